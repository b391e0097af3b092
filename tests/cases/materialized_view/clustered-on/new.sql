CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW lines AS SELECT line FROM train;
CREATE INDEX lines_line_idx ON lines (line);
ALTER MATERIALIZED VIEW lines CLUSTER ON lines_line_idx;
