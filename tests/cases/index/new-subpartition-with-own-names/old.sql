CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
CREATE INDEX p_id ON p (id);
