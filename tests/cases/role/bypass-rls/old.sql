CREATE ROLE case_role_bypass;
