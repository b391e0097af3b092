CREATE TABLE vertex (id integer PRIMARY KEY, up integer REFERENCES vertex, label text, UNIQUE (label));
CREATE VIEW vertices AS SELECT id, label FROM vertex;
CREATE FUNCTION label_of(n integer) RETURNS text LANGUAGE sql AS $$ SELECT label FROM vertex WHERE id = n $$;
