CREATE SCHEMA words;
CREATE COLLATION words.sorted (locale = 'POSIX');
CREATE DOMAIN words.label AS text COLLATE words.sorted;
CREATE TABLE words.entry (id integer PRIMARY KEY, word words.label, other text);
CREATE INDEX entry_other ON words.entry (other COLLATE words.sorted);
ALTER TABLE words.entry ADD CHECK (other COLLATE words.sorted < 'z');
