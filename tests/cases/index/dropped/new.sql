CREATE TABLE star (id integer PRIMARY KEY, name text, magnitude real);
