CREATE ROLE case_role_reset;
ALTER ROLE case_role_reset SET work_mem TO '8MB';
ALTER ROLE case_role_reset SET lock_timeout TO '2s';
