CREATE ROLE case_mem_guild;
CREATE ROLE case_mem_cat;
GRANT case_mem_guild TO case_mem_cat;
