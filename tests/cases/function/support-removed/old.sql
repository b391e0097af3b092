CREATE FUNCTION starts(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE SUPPORT text_starts_with_support AS $$ SELECT a ^@ b $$;
