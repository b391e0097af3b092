CREATE TABLE part (id integer PRIMARY KEY, n integer);
CREATE FUNCTION double_it(n integer, times integer) RETURNS integer LANGUAGE sql AS $$ SELECT $1 * 2 * $2 $$;
CREATE VIEW doubles AS SELECT id, double_it(n, 3) AS d FROM part;
