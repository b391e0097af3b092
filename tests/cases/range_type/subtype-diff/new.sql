CREATE FUNCTION time_gap(a time, b time) RETURNS float8 LANGUAGE sql STRICT IMMUTABLE AS $$ SELECT EXTRACT(EPOCH FROM (a - b))::float8 $$;
CREATE TYPE timerange AS RANGE (subtype = time, subtype_diff = time_gap);
