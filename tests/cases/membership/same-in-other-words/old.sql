CREATE ROLE case_mem_band;
CREATE ROLE case_mem_eve IN ROLE case_mem_band;
