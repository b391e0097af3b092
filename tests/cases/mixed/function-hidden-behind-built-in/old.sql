CREATE SCHEMA tools;
CREATE FUNCTION tools.lower(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT t $$;
CREATE TABLE word (id integer PRIMARY KEY, t text);
CREATE INDEX word_idx ON word (lower(t));
