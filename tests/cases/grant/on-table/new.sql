CREATE ROLE case_grant_table_a;
CREATE ROLE case_grant_table_b;
CREATE TABLE jar (id integer PRIMARY KEY);
GRANT SELECT ON TABLE jar TO case_grant_table_b;
GRANT INSERT, TRUNCATE ON TABLE jar TO case_grant_table_b;
