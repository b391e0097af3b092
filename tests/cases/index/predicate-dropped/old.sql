CREATE TABLE star (id integer PRIMARY KEY, name text, magnitude real);
CREATE UNIQUE INDEX star_name_idx ON star (name) WHERE magnitude IS NOT NULL;
