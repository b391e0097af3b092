CREATE TABLE p (id smallint, k text) PARTITION BY LIST (k);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE p_b PARTITION OF p FOR VALUES IN ('b');
CREATE INDEX own_name ON p_a (id);
CREATE INDEX p_id ON p (id);
CREATE INDEX p_k ON p (k, id);
COMMENT ON INDEX p_b_k_id_idx IS 'kept';
