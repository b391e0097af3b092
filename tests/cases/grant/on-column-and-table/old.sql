CREATE ROLE case_grant_both;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
GRANT SELECT ON jar TO case_grant_both;
