CREATE ROLE case_grant_table_a_wgo;
CREATE TABLE jar (id integer PRIMARY KEY);
GRANT SELECT ON TABLE jar TO case_grant_table_a_wgo;
