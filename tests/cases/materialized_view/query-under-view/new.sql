CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW lines AS SELECT line, max(id) AS last FROM train GROUP BY line;
CREATE VIEW line_count AS SELECT count(*) AS n FROM lines;
