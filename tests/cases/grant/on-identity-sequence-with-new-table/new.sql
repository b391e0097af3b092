CREATE ROLE case_grant_identity_new;
CREATE TABLE jug (id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME jug_numbers INCREMENT 5), n integer GENERATED ALWAYS AS IDENTITY);
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO case_grant_identity_new;
GRANT UPDATE ON SEQUENCE jug_numbers TO case_grant_identity_new WITH GRANT OPTION;
