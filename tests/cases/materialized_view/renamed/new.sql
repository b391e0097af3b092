CREATE TABLE t (id integer, a integer);
CREATE MATERIALIZED VIEW totals /* trueup: renamed from sums */ AS SELECT a, sum(id) AS s FROM t GROUP BY a;
CREATE INDEX sums_a ON totals (a);
