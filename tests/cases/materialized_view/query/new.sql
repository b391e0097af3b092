CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE ROLE case_matview_reader;
CREATE MATERIALIZED VIEW lines AS SELECT line FROM train WHERE line IS NOT NULL;
CREATE INDEX lines_line_idx ON lines (line);
GRANT SELECT ON lines TO case_matview_reader;
