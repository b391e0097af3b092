CREATE TABLE part (id integer PRIMARY KEY, n bigint);
CREATE FUNCTION biggest() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT max(n) FROM part; END;
