CREATE TABLE t (id integer PRIMARY KEY, n integer);
CREATE FUNCTION total() RETURNS bigint LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN (SELECT sum(n) FROM shares); END $$;
CREATE VIEW shares AS SELECT id, n, CASE WHEN n IS NULL THEN total() END AS whole FROM t;
