CREATE TABLE visit (id integer, land text, weight integer DEFAULT 4 NOT NULL) PARTITION BY LIST (land);
CREATE TABLE visit_a PARTITION OF visit FOR VALUES IN ('a', 'b');
CREATE INDEX visit_weight ON visit (weight);
