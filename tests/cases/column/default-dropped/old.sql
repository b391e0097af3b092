CREATE TABLE book (id integer PRIMARY KEY, pages integer DEFAULT 100);
