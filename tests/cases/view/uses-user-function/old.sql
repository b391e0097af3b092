CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE FUNCTION half(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT n / 2 $$;
CREATE VIEW halves AS SELECT id, half(seats) AS half FROM train;
