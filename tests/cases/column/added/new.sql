CREATE TABLE book (id integer PRIMARY KEY);
ALTER TABLE book ADD COLUMN title text;
