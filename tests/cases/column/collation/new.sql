CREATE TABLE book (id integer PRIMARY KEY, title text COLLATE "C");
CREATE INDEX book_title_idx ON book (title);
