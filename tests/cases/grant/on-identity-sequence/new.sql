CREATE ROLE case_grant_identity;
CREATE TABLE jar (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
GRANT SELECT ON SEQUENCE jar_id_seq TO case_grant_identity;
