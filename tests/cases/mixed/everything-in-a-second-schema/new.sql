CREATE SCHEMA "My App";
SET search_path TO "My App";
CREATE TYPE kind AS ENUM ('a', 'b', 'c');
CREATE TABLE thing (id serial PRIMARY KEY, kind kind DEFAULT 'b', parent integer REFERENCES thing ON DELETE CASCADE, note text);
CREATE FUNCTION count_things() RETURNS bigint LANGUAGE sql AS $$ SELECT count(id) FROM "My App".thing $$;
CREATE VIEW things AS SELECT id, kind, count_things() AS n, note FROM thing;
CREATE INDEX ON thing (kind) WHERE kind <> 'a';
