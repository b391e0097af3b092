CREATE ROLE case_grant_owner;
CREATE TABLE jar (id integer PRIMARY KEY, label text, secret text);
ALTER TABLE jar OWNER TO case_grant_owner;
