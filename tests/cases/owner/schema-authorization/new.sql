CREATE ROLE case_owner_keeper;
CREATE SCHEMA cellar AUTHORIZATION case_owner_keeper;
