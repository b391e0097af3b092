CREATE ROLE case_grant_identity_renamed;
CREATE TABLE mug (id integer GENERATED ALWAYS AS IDENTITY);
ALTER TABLE mug RENAME TO cup;
