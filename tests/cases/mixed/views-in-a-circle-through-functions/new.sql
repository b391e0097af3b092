SET check_function_bodies = off;
CREATE TABLE t (id integer PRIMARY KEY, n bigint);
CREATE FUNCTION total() RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT sum(n) FROM shares $$;
CREATE VIEW shares AS SELECT id, n, CASE WHEN n IS NULL THEN total() END AS whole FROM t;
CREATE FUNCTION count_parts() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM parts $$;
CREATE VIEW parts AS SELECT id, count_parts() AS of_all FROM shares;
