CREATE TABLE page (id integer PRIMARY KEY, body text, picture bytea);
ALTER TABLE page ALTER COLUMN picture SET STORAGE EXTERNAL;
