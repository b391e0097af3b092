CREATE PROCEDURE rest(n integer) LANGUAGE sql AS $$ SELECT 1 $$;
