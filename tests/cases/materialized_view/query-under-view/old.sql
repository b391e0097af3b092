CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW lines AS SELECT line FROM train;
CREATE VIEW line_count AS SELECT count(*) AS n FROM lines;
