CREATE FUNCTION split(n integer, OUT a integer, OUT b integer) LANGUAGE sql AS $$ SELECT 1, 2 $$;
