CREATE TABLE jar (id integer PRIMARY KEY, label text);
COMMENT ON COLUMN jar.label IS E'second, with ''quotes'',\na line and a \\ backslash';
