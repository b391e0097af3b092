CREATE TABLE shelf (id serial PRIMARY KEY);
CREATE TABLE book (
  id bigserial PRIMARY KEY,
  isbn text UNIQUE,
  title text NOT NULL CHECK (title <> ''),
  shelf_id integer REFERENCES shelf (id),
  next_id bigint REFERENCES book (id)
);
CREATE INDEX book_title_idx ON book (lower(title));
COMMENT ON TABLE book IS 'what we lend';
CREATE TABLE loan (id integer PRIMARY KEY, book_id bigint REFERENCES book (id));
CREATE VIEW titles AS SELECT book.id, book.title, b.isbn FROM book JOIN book b ON b.id = book.next_id;
CREATE FUNCTION first_title() RETURNS SETOF book LANGUAGE plpgsql AS 'BEGIN RETURN; END';
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON book USING (EXISTS (SELECT FROM loan WHERE loan.book_id = book.id));
GRANT SELECT ON book TO PUBLIC;
