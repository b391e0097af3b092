CREATE ROLE case_mem_team;
CREATE ROLE case_mem_ann;
GRANT case_mem_team TO case_mem_ann;
