CREATE ROLE case_mem_team;
CREATE ROLE case_mem_ann;
