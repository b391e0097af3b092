CREATE TABLE jar (id integer PRIMARY KEY, label text);
COMMENT ON TABLE jar IS 'glass';
COMMENT ON TABLE jar IS NULL;
COMMENT ON COLUMN jar.label IS '';
