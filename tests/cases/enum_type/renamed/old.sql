CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE t (id integer, mood mood DEFAULT 'good', moods mood[], CHECK (mood <> 'bad'));
CREATE FUNCTION f(mood, integer) RETURNS mood LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT f(mood, id) AS m, 'bad'::mood AS b FROM t;
