CREATE FUNCTION doubled(n integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 2 * n'; -- trueup: renamed from twice
CREATE FUNCTION twice(n text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT n || n';
CREATE TABLE t (id integer DEFAULT doubled(1), a text CHECK (twice(a) <> ''));
CREATE INDEX t_twice ON t (doubled(id));
CREATE VIEW v AS SELECT doubled(id) AS twice FROM t;
