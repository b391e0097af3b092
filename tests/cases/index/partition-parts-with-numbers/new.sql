CREATE TABLE trip (day integer, tags text[], code text) PARTITION BY HASH (day);
CREATE TABLE even PARTITION OF trip FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE INDEX zz_tags ON trip USING gin (tags) WHERE code > 'a';
CREATE INDEX aa_tags ON trip USING gin (tags);
CREATE TABLE odd PARTITION OF trip FOR VALUES WITH (MODULUS 2, REMAINDER 1);
