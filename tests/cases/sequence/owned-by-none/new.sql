CREATE TABLE bill (id integer PRIMARY KEY, number bigint);
CREATE SEQUENCE bill_number;
