CREATE ROLE case_owner_keeper;
