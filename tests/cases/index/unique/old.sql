CREATE TABLE star (id integer PRIMARY KEY, name text);
CREATE INDEX star_name_idx ON star (name);
