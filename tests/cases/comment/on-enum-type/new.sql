CREATE TYPE mood AS ENUM ('up', 'down');
COMMENT ON TYPE mood IS E'second, with ''quotes'',\na line and a \\ backslash';
