CREATE FUNCTION double_it(n bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT $1 * 2 $$;
