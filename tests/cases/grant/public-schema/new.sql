CREATE ROLE case_grant_public_schema;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO case_grant_public_schema;
