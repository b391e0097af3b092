CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW IF NOT EXISTS lines (line, n) AS SELECT line, count(id) FROM train GROUP BY line;
