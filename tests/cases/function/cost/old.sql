CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql COST 20 AS $$ SELECT n * 2 $$;
