CREATE ROLE case_role_created;
