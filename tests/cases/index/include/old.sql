CREATE TABLE star (id integer PRIMARY KEY, name text, magnitude real);
CREATE INDEX star_name_idx ON star (name);
