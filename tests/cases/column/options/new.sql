CREATE TABLE page (id integer PRIMARY KEY, lang text, site text);
ALTER TABLE page ALTER COLUMN site SET (n_distinct = -0.5, n_distinct_inherited = 9);
