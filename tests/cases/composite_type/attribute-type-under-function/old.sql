CREATE TYPE pair AS (low integer, high integer);
CREATE FUNCTION make_pair(a integer, b integer) RETURNS pair LANGUAGE sql AS $$ SELECT ROW(a, b)::pair $$;
CREATE VIEW pairs AS SELECT make_pair(1, 2) AS p;
