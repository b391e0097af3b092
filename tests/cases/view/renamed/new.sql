CREATE TABLE t (id integer, a integer);
CREATE VIEW chosen AS SELECT id FROM t; -- trueup: renamed from first_ones
CREATE VIEW more AS SELECT chosen.id FROM chosen;
GRANT SELECT ON chosen TO PUBLIC;
