CREATE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) $$;
CREATE TABLE star (id integer PRIMARY KEY, name text);
CREATE INDEX star_plain_idx ON star (plain(name));
COMMENT ON INDEX star_plain_idx IS 'for searching';
