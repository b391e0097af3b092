CREATE TABLE trip (day integer, code integer) PARTITION BY HASH (day);
CREATE TABLE even PARTITION OF trip FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE INDEX by_code ON trip (code);
COMMENT ON INDEX by_code IS 'the root alone';
