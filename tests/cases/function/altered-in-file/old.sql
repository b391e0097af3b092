CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql STABLE STRICT COST 3 SET work_mem TO '8MB' AS $$ SELECT n * 2 $$;
