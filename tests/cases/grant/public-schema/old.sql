CREATE ROLE case_grant_public_schema;
