CREATE ROLE case_grant_schema_a;
CREATE ROLE case_grant_schema_b;
CREATE SCHEMA attic;
GRANT USAGE ON SCHEMA attic TO case_grant_schema_b;
GRANT CREATE ON SCHEMA attic TO case_grant_schema_b;
