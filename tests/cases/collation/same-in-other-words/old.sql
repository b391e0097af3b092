CREATE SCHEMA words;
CREATE COLLATION words.sorted (lc_collate = 'C.utf8', lc_ctype = 'C.utf8');
CREATE COLLATION words.counted (provider = icu, locale = 'en-u-kn-true', deterministic = true);
CREATE TABLE words.entry (id integer PRIMARY KEY, word text COLLATE words.sorted);
CREATE VIEW words.v AS SELECT (entry.word COLLATE words.counted) AS word FROM words.entry;
