CREATE ROLE case_role_replication LOGIN;
