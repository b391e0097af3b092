CREATE ROLE case_serial_owner;
CREATE TABLE box (id serial);
ALTER TABLE box OWNER TO case_serial_owner;
