CREATE FUNCTION numbers(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT generate_series(1, n) $$;
