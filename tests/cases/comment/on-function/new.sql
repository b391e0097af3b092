CREATE FUNCTION one(n integer, m text[]) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION one(integer, text[]) IS E'second, with ''quotes'',\na line and a \\ backslash';
