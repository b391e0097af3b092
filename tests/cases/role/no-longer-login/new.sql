CREATE ROLE case_role_nologin;
