CREATE TYPE span AS RANGE (subtype = float8);
COMMENT ON TYPE span IS E'second, with ''quotes'',\na line and a \\ backslash';
