CREATE TYPE span AS RANGE (subtype = float8);
CREATE FUNCTION width(s span) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT upper(s) - lower(s) $$;
