CREATE TABLE t (id integer, a integer);
CREATE INDEX first_index ON t (a);
COMMENT ON INDEX first_index IS 'by a';
