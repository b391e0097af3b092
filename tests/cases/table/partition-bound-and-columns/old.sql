CREATE TABLE visit (id integer, land text) PARTITION BY LIST (land);
CREATE TABLE visit_a PARTITION OF visit FOR VALUES IN ('a');
CREATE UNIQUE INDEX visit_id ON visit (id, land);
