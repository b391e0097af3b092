CREATE ROLE case_role_inherit;
