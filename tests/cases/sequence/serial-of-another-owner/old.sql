CREATE ROLE case_serial_owner;
