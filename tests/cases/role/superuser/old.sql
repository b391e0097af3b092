CREATE ROLE case_role_super SUPERUSER;
