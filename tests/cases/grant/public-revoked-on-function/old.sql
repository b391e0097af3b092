CREATE FUNCTION one(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
