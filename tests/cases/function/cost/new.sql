CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql COST 0.5 AS $$ SELECT n * 2 $$;
