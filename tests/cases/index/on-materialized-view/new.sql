CREATE TABLE star (id integer PRIMARY KEY, name text);
CREATE MATERIALIZED VIEW names AS SELECT name FROM star;
CREATE UNIQUE INDEX names_name_idx ON names (name);
