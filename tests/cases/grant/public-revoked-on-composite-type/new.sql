CREATE TYPE pair AS (a integer, b integer);
REVOKE ALL ON TYPE pair FROM PUBLIC;
