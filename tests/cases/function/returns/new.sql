CREATE FUNCTION double_it(n integer) RETURNS bigint LANGUAGE sql AS $$ SELECT $1 * 2::bigint $$;
