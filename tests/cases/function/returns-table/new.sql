CREATE FUNCTION numbers(n integer) RETURNS TABLE (i integer, square bigint) LANGUAGE sql AS $$ SELECT g, g * g::bigint FROM generate_series(1, n) g $$;
