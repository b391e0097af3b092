CREATE SCHEMA words;
CREATE COLLATION words.sorted (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE words.entry (id integer PRIMARY KEY, word text COLLATE words.sorted);
