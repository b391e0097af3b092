CREATE FUNCTION add_up(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE FUNCTION take_off(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 - $2 $$;
CREATE FUNCTION as_text(integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1::text $$;
CREATE FUNCTION doubled(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 2 * $1 $$;
CREATE SCHEMA sums; CREATE SCHEMA other;
CREATE AGGREGATE sums.every(integer) (SFUNC = take_off, STYPE = integer);
CREATE OR REPLACE AGGREGATE sums.every(integer) (SFUNC = add_up, STYPE = integer);
ALTER AGGREGATE sums.every(integer) RENAME TO total;
ALTER AGGREGATE sums.total(integer) SET SCHEMA other;
