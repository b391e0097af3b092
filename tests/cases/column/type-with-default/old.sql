CREATE TABLE book (id integer PRIMARY KEY, status text NOT NULL DEFAULT 'new');
