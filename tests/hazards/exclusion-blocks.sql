-- caught: without a name
ALTER TABLE a.b ADD EXCLUDE USING gist (c WITH &&);

-- harmless: the table is new
CREATE TABLE b (c tstzrange);
ALTER TABLE b ADD EXCLUDE USING gist (c WITH &&);
