CREATE ROLE case_grant_all;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
GRANT ALL ON jar TO case_grant_all;
