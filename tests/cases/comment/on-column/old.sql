CREATE TABLE jar (id integer PRIMARY KEY, label text);
COMMENT ON COLUMN jar.label IS 'first';
