CREATE ROLE case_grant_revoke;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON jar TO case_grant_revoke;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON jar FROM case_grant_revoke;
