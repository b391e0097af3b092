CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n * 2 $$;
