CREATE FUNCTION step(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
CREATE TABLE stair (id integer DEFAULT step(1), CHECK (step(id) > 0));
