CREATE ROLE case_grant_composite_type_a_wgo;
CREATE TYPE pair AS (a integer, b integer);
GRANT USAGE ON TYPE pair TO case_grant_composite_type_a_wgo WITH GRANT OPTION;
