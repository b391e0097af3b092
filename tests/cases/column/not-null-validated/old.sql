CREATE TABLE cup (id integer PRIMARY KEY, size integer);
ALTER TABLE cup ADD CONSTRAINT sized NOT NULL size NOT VALID;
