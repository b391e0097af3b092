CREATE TYPE book_status AS ENUM ('new', 'used');
CREATE TABLE book (id integer PRIMARY KEY, status book_status NOT NULL DEFAULT 'new');
CREATE INDEX book_status_idx ON book (status);
