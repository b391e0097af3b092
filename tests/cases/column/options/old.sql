CREATE TABLE page (id integer PRIMARY KEY, lang text, site text);
ALTER TABLE page ALTER COLUMN lang SET (n_distinct = 40);
