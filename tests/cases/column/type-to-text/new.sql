CREATE TABLE book (id integer PRIMARY KEY, code text, short text);
