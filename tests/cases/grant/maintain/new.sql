CREATE ROLE case_maintain;
CREATE TABLE jar (id integer PRIMARY KEY);
GRANT MAINTAIN ON jar TO case_maintain WITH GRANT OPTION;
