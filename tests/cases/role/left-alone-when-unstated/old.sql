CREATE ROLE case_role_unstated NOLOGIN;
