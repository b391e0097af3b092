CREATE TABLE star (id integer PRIMARY KEY, name text);
CREATE MATERIALIZED VIEW names AS SELECT name FROM star;
