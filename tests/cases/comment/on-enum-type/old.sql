CREATE TYPE mood AS ENUM ('up', 'down');
COMMENT ON TYPE mood IS 'first';
