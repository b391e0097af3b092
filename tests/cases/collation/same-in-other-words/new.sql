CREATE SCHEMA words;
SET search_path = words;
CREATE COLLATION first FROM pg_catalog."C.utf8";
ALTER COLLATION first RENAME TO sorted;
CREATE COLLATION IF NOT EXISTS counted (PROVIDER = 'ICU', locale = 'en-u-kn-true');
CREATE TABLE entry (id integer PRIMARY KEY, word text COLLATE sorted);
CREATE VIEW v AS SELECT word COLLATE counted AS word FROM entry;
