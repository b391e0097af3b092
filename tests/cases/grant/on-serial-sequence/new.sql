CREATE ROLE case_grant_serial;
CREATE TABLE jar (id serial PRIMARY KEY);
GRANT USAGE ON SEQUENCE jar_id_seq TO case_grant_serial;
