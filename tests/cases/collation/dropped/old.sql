CREATE SCHEMA words;
CREATE COLLATION words.sorted (locale = 'C');
CREATE TABLE words.entry (id integer PRIMARY KEY, word text COLLATE words.sorted);
