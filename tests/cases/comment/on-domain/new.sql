CREATE DOMAIN short AS text;
COMMENT ON DOMAIN short IS E'second, with ''quotes'',\na line and a \\ backslash';
