CREATE FUNCTION double_it(number integer) RETURNS integer LANGUAGE sql AS $$ SELECT $1 * 2 $$;
