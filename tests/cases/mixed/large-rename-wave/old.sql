CREATE TABLE node (id integer PRIMARY KEY, up integer REFERENCES node, label text, UNIQUE (label));
CREATE VIEW nodes AS SELECT id, label FROM node;
CREATE FUNCTION label_of(n integer) RETURNS text LANGUAGE sql AS $$ SELECT label FROM node WHERE id = n $$;
