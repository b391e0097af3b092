CREATE SCHEMA words;
CREATE COLLATION words.sorted (provider = icu, locale = 'en-u-kn-true');
COMMENT ON COLLATION words.sorted IS 'as in a book';
CREATE TABLE words.entry (id integer PRIMARY KEY, word text COLLATE words.sorted);
