CREATE ROLE case_grant_schema_a_wgo;
CREATE SCHEMA attic;
GRANT USAGE ON SCHEMA attic TO case_grant_schema_a_wgo;
