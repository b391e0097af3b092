CREATE ROLE case_owner_before;
CREATE ROLE case_owner_after;
CREATE ROLE case_owner_guest;
CREATE TABLE jar (id serial PRIMARY KEY);
ALTER TABLE jar OWNER TO case_owner_before;
GRANT SELECT ON jar TO case_owner_guest;
