CREATE FUNCTION twice(n integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 2 * n';
CREATE FUNCTION twice(n text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT n || n';
CREATE TABLE t (id integer DEFAULT twice(1), a text CHECK (twice(a) <> ''));
CREATE INDEX t_twice ON t (twice(id));
CREATE VIEW v AS SELECT twice(id) FROM t;
