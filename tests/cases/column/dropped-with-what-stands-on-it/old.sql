CREATE TABLE book (id integer PRIMARY KEY, title text, shelf text CHECK (shelf <> ''), UNIQUE (title, shelf));
CREATE INDEX book_shelf_idx ON book (shelf);
CREATE INDEX book_title_on_shelf_idx ON book (title) WHERE shelf IS NOT NULL;
CREATE VIEW shelved AS SELECT id, shelf FROM book WHERE shelf IS NOT NULL;
