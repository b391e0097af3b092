CREATE TABLE book (id integer PRIMARY KEY, title text);
CREATE INDEX book_title_idx ON book (title);
