CREATE TABLE star (id integer PRIMARY KEY, name text);
CREATE TABLE planet (id integer PRIMARY KEY, name text);
CREATE INDEX by_name ON planet (name);
