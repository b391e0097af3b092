CREATE TABLE book (id integer PRIMARY KEY, pages integer DEFAULT -1, note text DEFAULT 'it''s a \ note');
