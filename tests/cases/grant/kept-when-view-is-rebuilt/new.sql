CREATE ROLE case_grant_kept;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
CREATE VIEW jars AS SELECT label, id FROM jar;
GRANT SELECT, DELETE ON jars TO case_grant_kept WITH GRANT OPTION;
