CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql SECURITY DEFINER AS $$ SELECT n * 2 $$;
