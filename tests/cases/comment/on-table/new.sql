CREATE TABLE jar (id integer PRIMARY KEY);
COMMENT ON TABLE jar IS E'second, with ''quotes'',\na line and a \\ backslash';
