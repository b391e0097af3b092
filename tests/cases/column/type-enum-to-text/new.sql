CREATE TABLE book (id integer PRIMARY KEY, status text NOT NULL DEFAULT 'new');
CREATE INDEX book_status_idx ON book (status);
