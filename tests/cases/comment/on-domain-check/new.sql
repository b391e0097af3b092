CREATE DOMAIN short AS text CONSTRAINT few CHECK (length(VALUE) < 9);
COMMENT ON CONSTRAINT few ON DOMAIN short IS E'second, with ''quotes'',\na line and a \\ backslash';
