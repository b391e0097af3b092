CREATE SEQUENCE counter;
COMMENT ON SEQUENCE counter IS E'second, with ''quotes'',\na line and a \\ backslash';
