CREATE SCHEMA words;
CREATE COLLATION words.sorted (locale = 'C');
CREATE TABLE words.entry (id integer PRIMARY KEY, word text COLLATE words.sorted);
CREATE INDEX entry_word ON words.entry (word);
CREATE VIEW words.v AS SELECT word FROM words.entry ORDER BY word;
