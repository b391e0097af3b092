CREATE SCHEMA "My App";
SET search_path TO "My App";
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE thing (id serial PRIMARY KEY, kind kind DEFAULT 'a', parent integer REFERENCES thing);
CREATE FUNCTION count_things() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM "My App".thing $$;
CREATE VIEW things AS SELECT id, kind, count_things() AS n FROM thing;
