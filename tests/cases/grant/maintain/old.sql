CREATE ROLE case_maintain;
CREATE TABLE jar (id integer PRIMARY KEY);
