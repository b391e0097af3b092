CREATE TABLE part (id integer PRIMARY KEY, n integer);
CREATE FUNCTION a_total() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(n) FROM part; END;
CREATE FUNCTION a_double_total() RETURNS bigint LANGUAGE sql RETURN a_total() * 2;
