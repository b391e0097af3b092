CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW lines WITH (fillfactor = 60) AS SELECT line FROM train;
