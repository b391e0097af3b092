CREATE TABLE part (id integer PRIMARY KEY, n integer);
CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n * 2 $$;
CREATE VIEW doubles AS SELECT double_it(n) AS d FROM part;
