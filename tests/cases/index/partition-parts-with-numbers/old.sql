CREATE TABLE trip (day integer, tags text[], code uuid) PARTITION BY HASH (day);
CREATE TABLE even PARTITION OF trip FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE INDEX zz_tags ON trip USING gin (tags) WHERE code > '00000000-0000-4000-8000-000000000001';
CREATE INDEX aa_tags ON trip USING gin (tags);
