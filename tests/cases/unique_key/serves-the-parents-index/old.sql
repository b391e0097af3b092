CREATE TABLE p (id int, k text) PARTITION BY LIST (k);
CREATE UNIQUE INDEX p_idk ON p (id, k);
