CREATE ROLE case_grant_composite_type_a;
CREATE ROLE case_grant_composite_type_b;
CREATE TYPE pair AS (a integer, b integer);
GRANT USAGE ON TYPE pair TO case_grant_composite_type_a;
