CREATE TABLE book (id integer PRIMARY KEY, pages integer DEFAULT 100, note text DEFAULT 'a');
