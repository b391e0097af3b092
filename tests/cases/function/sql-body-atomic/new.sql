CREATE TABLE part (id integer PRIMARY KEY, n integer);
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql BEGIN ATOMIC DELETE FROM part WHERE n IS NULL; SELECT sum(p.n) + 1 FROM part p; END;
