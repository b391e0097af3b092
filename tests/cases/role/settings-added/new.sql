CREATE ROLE case_role_set;
ALTER ROLE case_role_set SET work_mem TO '8MB';
ALTER ROLE case_role_set SET search_path TO stock, public;
