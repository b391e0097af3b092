CREATE TABLE star (id integer PRIMARY KEY, name text);
CREATE UNIQUE INDEX star_name_idx ON star (name) NULLS NOT DISTINCT;
