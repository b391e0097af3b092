CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql RETURN n * 2;
