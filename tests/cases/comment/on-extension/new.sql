CREATE EXTENSION citext;
COMMENT ON EXTENSION citext IS E'second, with ''quotes'',\na line and a \\ backslash';
