CREATE ROLE case_owner_view;
CREATE TABLE jar (id integer PRIMARY KEY, n integer);
ALTER TABLE jar OWNER TO case_owner_view;
CREATE VIEW jars AS SELECT id FROM jar;
ALTER VIEW jars OWNER TO case_owner_view;
