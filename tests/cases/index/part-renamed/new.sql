CREATE TABLE p (id int, k text) PARTITION BY LIST (k);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
CREATE INDEX own_name ON p_a (id);
CREATE INDEX p_id ON p (id);
COMMENT ON INDEX own_name IS 'our name';
