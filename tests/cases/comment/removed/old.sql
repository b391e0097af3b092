CREATE TABLE jar (id integer PRIMARY KEY, label text);
COMMENT ON TABLE jar IS 'glass';
COMMENT ON COLUMN jar.label IS 'in ink';
