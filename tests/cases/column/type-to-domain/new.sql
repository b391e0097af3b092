CREATE DOMAIN title AS text CHECK (VALUE <> '');
CREATE TABLE book (id integer PRIMARY KEY, title title);
