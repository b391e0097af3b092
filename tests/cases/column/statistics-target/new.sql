CREATE TABLE page (id integer PRIMARY KEY, body text, lang text);
ALTER TABLE page ALTER COLUMN body SET STATISTICS 0;
