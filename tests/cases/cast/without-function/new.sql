CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE couple AS (a integer, b integer);
CREATE CAST (pair AS couple) WITH INOUT AS IMPLICIT;
