CREATE DOMAIN email AS text;
CREATE TABLE member (id integer PRIMARY KEY, email email);
