CREATE TABLE book (id integer PRIMARY KEY, title text, shelf text);
CREATE VIEW listing AS SELECT id, title, shelf FROM book;
