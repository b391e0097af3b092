CREATE ROLE case_mem_band;
CREATE ROLE case_mem_eve;
GRANT case_mem_band TO case_mem_eve;
