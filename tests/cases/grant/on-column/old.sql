CREATE ROLE case_grant_column;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
GRANT SELECT (id) ON jar TO case_grant_column;
