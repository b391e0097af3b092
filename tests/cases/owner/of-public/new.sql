CREATE ROLE keeper;
ALTER SCHEMA public OWNER TO keeper;
CREATE TABLE t (a integer, b integer);
