CREATE FUNCTION starts(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a ^@ b $$;
