CREATE TABLE book (id integer PRIMARY KEY, pages integer DEFAULT 100, added date DEFAULT (now() + interval '1 day')::date);
