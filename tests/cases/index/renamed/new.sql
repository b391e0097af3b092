CREATE TABLE t (id integer, a integer);
-- trueup: renamed from first_index
CREATE INDEX t_by_a ON t (a);
COMMENT ON INDEX t_by_a IS 'by a';
