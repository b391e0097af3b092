CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql SET work_mem TO '9MB' SET search_path TO pg_catalog, public, pg_temp AS $$ SELECT n * 2 $$;
