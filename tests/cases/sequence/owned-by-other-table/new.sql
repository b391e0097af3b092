CREATE TABLE bill (id integer PRIMARY KEY, number bigint);
CREATE TABLE receipt (id integer PRIMARY KEY, number bigint);
CREATE SEQUENCE paper_number;
ALTER SEQUENCE paper_number OWNED BY receipt.number;
