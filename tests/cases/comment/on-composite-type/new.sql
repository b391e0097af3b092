CREATE TYPE pair AS (a integer, b integer);
COMMENT ON TYPE pair IS E'second, with ''quotes'',\na line and a \\ backslash';
