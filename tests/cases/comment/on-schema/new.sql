CREATE SCHEMA attic;
COMMENT ON SCHEMA attic IS E'second, with ''quotes'',\na line and a \\ backslash';
