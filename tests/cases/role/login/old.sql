CREATE ROLE case_role_login;
