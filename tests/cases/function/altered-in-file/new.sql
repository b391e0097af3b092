CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n * 2 $$;
ALTER FUNCTION double_it(integer) STABLE STRICT COST 3;
ALTER FUNCTION double_it SET work_mem TO '8MB';
