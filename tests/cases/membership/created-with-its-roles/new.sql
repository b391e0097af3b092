CREATE ROLE case_mem_readers;
CREATE ROLE case_mem_writers IN ROLE case_mem_readers;
CREATE ROLE case_mem_bot LOGIN;
GRANT case_mem_writers TO case_mem_bot;
