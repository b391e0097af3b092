CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql LEAKPROOF AS $$ SELECT n * 2 $$;
