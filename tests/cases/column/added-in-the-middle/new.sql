CREATE TABLE book (id integer PRIMARY KEY, author text, title text);
