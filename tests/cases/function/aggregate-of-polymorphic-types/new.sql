CREATE FUNCTION first_of(a anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE AS $$ SELECT a[1] $$;
CREATE FUNCTION pick(a anyelement, b anyelement DEFAULT NULL) RETURNS anyelement LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(a, b) $$;
CREATE FUNCTION all_of(n integer, VARIADIC rest "any") RETURNS integer LANGUAGE internal AS 'pg_num_nonnulls';
