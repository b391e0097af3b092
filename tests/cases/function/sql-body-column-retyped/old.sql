CREATE TABLE part (id integer PRIMARY KEY, n integer);
CREATE FUNCTION biggest() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT max(n) FROM part; END;
