CREATE TABLE shelf (id serial PRIMARY KEY);
CREATE TABLE volume ( -- trueup: renamed from book
  id bigserial PRIMARY KEY,
  isbn text UNIQUE,
  title text NOT NULL CHECK (title <> ''),
  shelf_id integer REFERENCES shelf (id),
  next_id bigint REFERENCES volume (id)
);
CREATE INDEX volume_title_idx ON volume (lower(title));
COMMENT ON TABLE volume IS 'what we lend';
CREATE TABLE loan (id integer PRIMARY KEY, book_id bigint REFERENCES volume (id));
CREATE VIEW titles AS SELECT volume.id, volume.title, b.isbn FROM volume JOIN volume b ON b.id = volume.next_id;
CREATE FUNCTION first_title() RETURNS SETOF volume LANGUAGE plpgsql AS 'BEGIN RETURN; END';
ALTER TABLE volume ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON volume USING (EXISTS (SELECT FROM loan WHERE loan.book_id = volume.id));
GRANT SELECT ON volume TO PUBLIC;
