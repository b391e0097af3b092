CREATE TABLE p (id int, k text, UNIQUE (id, k)) PARTITION BY LIST (k);
CREATE TABLE p_a (id int, k text, CONSTRAINT own_name UNIQUE (id, k));
ALTER TABLE p ATTACH PARTITION p_a FOR VALUES IN ('a');
