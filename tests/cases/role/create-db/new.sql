CREATE ROLE case_role_createdb CREATEDB;
