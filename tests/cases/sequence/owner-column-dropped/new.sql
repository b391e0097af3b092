CREATE TABLE bill (id integer PRIMARY KEY);
CREATE SEQUENCE bill_number;
