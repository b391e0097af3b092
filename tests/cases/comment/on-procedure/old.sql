CREATE PROCEDURE rest(n integer) LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON PROCEDURE rest(integer) IS 'first';
