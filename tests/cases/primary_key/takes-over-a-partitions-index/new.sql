CREATE TABLE jar (id integer NOT NULL, shelf text NOT NULL) PARTITION BY LIST (shelf);
CREATE TABLE jar_top PARTITION OF jar FOR VALUES IN ('top');
CREATE UNIQUE INDEX jar_shelf_id ON ONLY jar (shelf, id);
CREATE UNIQUE INDEX jar_top_shelf_id ON jar_top (shelf, id);
ALTER INDEX jar_shelf_id ATTACH PARTITION jar_top_shelf_id;
ALTER TABLE jar_top ADD CONSTRAINT jar_top_pkey PRIMARY KEY USING INDEX jar_top_shelf_id;
CREATE INDEX jar_id ON jar (id);
