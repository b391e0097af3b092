CREATE ROLE case_role_reset;
ALTER ROLE case_role_reset SET work_mem TO '16MB';
