-- caught: on a new table, too
CREATE TABLE t (a int, b int, c int, d int);
CREATE INDEX ON t (a, b, c, d);

-- harmless: unique
CREATE UNIQUE INDEX ON t (a, b, c, d);

-- harmless: three
CREATE INDEX ON t (a, b, c);
