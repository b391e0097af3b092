CREATE FUNCTION add_up(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE FUNCTION take_off(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 - $2 $$;
CREATE FUNCTION as_text(integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1::text $$;
CREATE FUNCTION doubled(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 2 * $1 $$;
CREATE AGGREGATE public.total(INT) (STYPE = INT4, PARALLEL = UNSAFE, SFUNC = public.add_up, FINALFUNC_MODIFY = READ_ONLY, SSPACE = 0, INITCOND = '0');
CREATE AGGREGATE gather(anycompatible) (SFUNC = pg_catalog.array_append, STYPE = anycompatiblearray);
CREATE AGGREGATE other (BASETYPE = integer, SFUNC = add_up, STYPE = integer);
