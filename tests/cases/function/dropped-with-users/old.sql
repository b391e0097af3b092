CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 $$;
CREATE TABLE part (id integer PRIMARY KEY, n integer DEFAULT double_it(4), CHECK (double_it(n) > 0));
CREATE INDEX part_double_idx ON part (double_it(n));
CREATE VIEW doubles AS SELECT double_it(n) AS d FROM part;
