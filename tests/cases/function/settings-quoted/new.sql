CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql SET search_path TO "Odd Name", 'x y', '' SET DateStyle TO 'ISO, DMY' AS $$ SELECT n * 2 $$;
