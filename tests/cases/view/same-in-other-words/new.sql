CREATE TABLE train (id integer PRIMARY KEY, line character varying(20), seats integer);
CREATE VIEW v1 AS SELECT * FROM train WHERE line = 'a';
CREATE OR REPLACE VIEW v2 AS SELECT line, count(*) FROM train AS t GROUP BY 1 ORDER BY 2 DESC;
CREATE VIEW v3 (a, b) AS SELECT id, coalesce(seats, 0) FROM train WHERE seats BETWEEN 1 AND 9;
CREATE VIEW v4 AS SELECT a.id, b.line FROM train a INNER JOIN train b ON a.id = b.seats;
