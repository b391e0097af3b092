CREATE TABLE page (id integer PRIMARY KEY, body text, lang text);
ALTER TABLE page ALTER COLUMN lang SET STATISTICS 10;
