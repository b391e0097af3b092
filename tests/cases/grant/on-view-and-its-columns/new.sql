CREATE ROLE case_grant_view_both;
CREATE TABLE jar (id integer PRIMARY KEY, label text);
CREATE VIEW jars AS SELECT label, id FROM jar;
GRANT UPDATE ON jars TO case_grant_view_both;
GRANT SELECT (label) ON jars TO case_grant_view_both;
