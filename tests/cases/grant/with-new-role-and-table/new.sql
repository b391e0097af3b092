CREATE TABLE a_jar (id integer);
CREATE ROLE case_grant_newcomer;
GRANT SELECT ON a_jar TO case_grant_newcomer;
