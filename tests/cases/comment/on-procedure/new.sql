CREATE PROCEDURE rest(n integer) LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON PROCEDURE rest(integer) IS E'second, with ''quotes'',\na line and a \\ backslash';
