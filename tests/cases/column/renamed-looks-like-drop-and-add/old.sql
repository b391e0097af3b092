CREATE TABLE book (id integer PRIMARY KEY, titel text);
