CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW lines AS SELECT line FROM train;
COMMENT ON COLUMN lines.line IS 'as on the map';
