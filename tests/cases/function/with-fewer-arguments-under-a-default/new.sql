CREATE FUNCTION step(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
CREATE TABLE stair (id integer DEFAULT step(1), CHECK (step(id) > 0));
