CREATE ROLE case_role_set;
