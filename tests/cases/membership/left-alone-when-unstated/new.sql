CREATE ROLE case_mem_choir;
CREATE ROLE case_mem_dan;
