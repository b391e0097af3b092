CREATE TABLE book (id integer PRIMARY KEY, title text);
CREATE VIEW listing AS SELECT id, title, NULL::text AS shelf FROM book;
