CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql SET work_mem TO '8MB' SET lock_timeout TO '1s' AS $$ SELECT n * 2 $$;
