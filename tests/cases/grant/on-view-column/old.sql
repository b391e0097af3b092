CREATE ROLE case_grant_view_column;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
CREATE VIEW jars AS SELECT label, id FROM jar;
