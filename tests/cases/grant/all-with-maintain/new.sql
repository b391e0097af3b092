CREATE ROLE case_all_m;
CREATE TABLE jar (id integer PRIMARY KEY);
GRANT ALL ON jar TO case_all_m;
REVOKE INSERT ON jar FROM case_all_m;
