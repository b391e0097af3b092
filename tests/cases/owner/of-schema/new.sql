CREATE ROLE case_owner_schema_old;
CREATE ROLE case_owner_schema_new;
CREATE SCHEMA attic;
ALTER SCHEMA attic OWNER TO case_owner_schema_new;
