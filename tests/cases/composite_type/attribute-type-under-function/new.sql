CREATE TYPE pair AS (low bigint, high bigint);
CREATE FUNCTION make_pair(a bigint, b bigint) RETURNS pair LANGUAGE sql AS $$ SELECT ROW(a, b)::pair $$;
CREATE VIEW pairs AS SELECT make_pair(1, 2) AS p;
