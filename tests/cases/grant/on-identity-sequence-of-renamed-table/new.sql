CREATE ROLE case_grant_identity_renamed;
CREATE TABLE cup (id integer GENERATED ALWAYS AS IDENTITY);
GRANT SELECT ON SEQUENCE cup_id_seq TO case_grant_identity_renamed;
