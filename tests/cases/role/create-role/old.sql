CREATE ROLE case_role_createrole;
