CREATE TABLE star (id integer PRIMARY KEY, name text, magnitude real);
CREATE INDEX ON star (name, magnitude);
CREATE INDEX ON star (lower(name));
CREATE INDEX ON star (lower(name)) WHERE id > 5;
CREATE INDEX ON star ((magnitude + 1));
