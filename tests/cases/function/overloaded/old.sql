CREATE FUNCTION show(n integer) RETURNS text LANGUAGE sql AS $$ SELECT n::text $$;
