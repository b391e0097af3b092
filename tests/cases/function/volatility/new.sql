CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql STABLE AS $$ SELECT n * 2 $$;
CREATE FUNCTION keep_it(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n $$;
