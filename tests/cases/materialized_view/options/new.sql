CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW lines WITH (autovacuum_enabled = false) AS SELECT line FROM train;
