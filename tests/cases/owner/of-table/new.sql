CREATE ROLE case_owner_table_old;
CREATE ROLE case_owner_table_new;
CREATE TABLE jar (id integer PRIMARY KEY);
ALTER TABLE jar OWNER TO case_owner_table_new;
