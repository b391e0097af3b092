CREATE TABLE t (id integer, a integer);
CREATE VIEW first_ones AS SELECT id FROM t;
CREATE VIEW more AS SELECT first_ones.id FROM first_ones;
GRANT SELECT ON first_ones TO PUBLIC;
