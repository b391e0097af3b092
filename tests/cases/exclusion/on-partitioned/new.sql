CREATE EXTENSION btree_gist;
CREATE TABLE seat (row integer, span int4range) PARTITION BY LIST (row);
CREATE TABLE seat1 PARTITION OF seat FOR VALUES IN (1);
ALTER TABLE seat ADD CONSTRAINT apart EXCLUDE USING gist (row WITH =, span WITH &&);
