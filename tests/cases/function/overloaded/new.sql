CREATE FUNCTION show(n integer) RETURNS text LANGUAGE sql AS $$ SELECT n::text $$;
CREATE FUNCTION show(n text) RETURNS text LANGUAGE sql AS $$ SELECT n $$;
CREATE FUNCTION show(n integer, VARIADIC more text[]) RETURNS text LANGUAGE sql AS $$ SELECT show(n) || array_to_string(more, ',') $$;
CREATE FUNCTION show() RETURNS text LANGUAGE sql AS $$ SELECT show(1, 'a', 'b') $$;
