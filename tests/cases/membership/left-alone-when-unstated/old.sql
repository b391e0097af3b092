CREATE ROLE case_mem_choir;
CREATE ROLE case_mem_dan;
GRANT case_mem_choir TO case_mem_dan;
