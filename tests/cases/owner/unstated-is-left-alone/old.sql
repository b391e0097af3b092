CREATE ROLE case_owner_kept;
CREATE TABLE jar (id integer PRIMARY KEY);
ALTER TABLE jar OWNER TO case_owner_kept;
