CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE FUNCTION width(s span) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT upper(s) - lower(s) $$;
