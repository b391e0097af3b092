CREATE TABLE book (id integer PRIMARY KEY);
ALTER TABLE book ADD COLUMN pages integer NOT NULL DEFAULT 1, ADD COLUMN added timestamptz NOT NULL DEFAULT now();
