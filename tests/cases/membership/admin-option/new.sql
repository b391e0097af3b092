CREATE ROLE case_mem_crew;
CREATE ROLE case_mem_bob;
GRANT case_mem_crew TO case_mem_bob WITH ADMIN OPTION;
