CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE TABLE t (a integer, b integer);
CREATE STATISTICS s ON a, b FROM t;
ALTER TABLE t RENAME a TO z;
DROP STATISTICS s;
