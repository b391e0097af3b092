CREATE ROLE case_grant_other;
CREATE TABLE jar (id integer PRIMARY KEY);
ALTER TABLE jar OWNER TO case_grant_other;
GRANT SELECT ON jar TO CURRENT_USER;
