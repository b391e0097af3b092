CREATE ROLE case_role_nolimit;
