CREATE ROLE case_grant_serial;
CREATE TABLE jar (id serial PRIMARY KEY);
