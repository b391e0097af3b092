CREATE FUNCTION double_it(n integer DEFAULT 21) RETURNS integer LANGUAGE sql AS $$ SELECT $1 * 2 $$;
