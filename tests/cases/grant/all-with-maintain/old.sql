CREATE ROLE case_all_m;
CREATE TABLE jar (id integer PRIMARY KEY);
