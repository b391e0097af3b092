CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT $1 * 2 $$;
