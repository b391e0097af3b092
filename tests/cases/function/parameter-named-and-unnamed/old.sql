CREATE FUNCTION double_it(integer) RETURNS integer LANGUAGE sql AS $$ SELECT $1 * 2 $$;
