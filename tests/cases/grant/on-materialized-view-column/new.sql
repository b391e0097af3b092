CREATE ROLE case_grant_stored_column;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
CREATE MATERIALIZED VIEW jars AS SELECT label, id, secret FROM jar;
GRANT SELECT (label, id) ON jars TO case_grant_stored_column;
