CREATE TABLE p (id int, k text) PARTITION BY LIST (k);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
CREATE INDEX p_id ON p (id);
COMMENT ON INDEX p_a_id_idx IS 'as the server names it';
