CREATE TYPE temper /* trueup: renamed from mood */ AS ENUM ('good', 'bad');
CREATE TABLE t (id integer, mood temper DEFAULT 'good', moods temper[], CHECK (mood <> 'bad'));
CREATE FUNCTION f(temper, integer) RETURNS temper LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT f(mood, id) AS m, 'bad'::temper AS b FROM t;
