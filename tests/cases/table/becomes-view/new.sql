CREATE TABLE source (id integer PRIMARY KEY, n integer);
CREATE VIEW total AS SELECT sum(n) AS n FROM source;
