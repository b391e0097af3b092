CREATE TYPE address AS (street text, number integer);
COMMENT ON COLUMN address.number IS 'as on the door';
