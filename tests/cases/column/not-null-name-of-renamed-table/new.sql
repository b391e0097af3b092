CREATE TABLE mug (id integer PRIMARY KEY, size integer NOT NULL);
ALTER TABLE mug RENAME TO cup;
