CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW lines AS SELECT line, count(*) AS n FROM train GROUP BY line;
CREATE UNIQUE INDEX lines_line_idx ON lines (line);
COMMENT ON MATERIALIZED VIEW lines IS 'refreshed at night';
