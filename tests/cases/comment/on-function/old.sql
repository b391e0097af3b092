CREATE FUNCTION one(n integer, m text[]) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION one(integer, text[]) IS 'first';
