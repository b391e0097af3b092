-- caught: a constraint
ALTER TABLE orders ADD UNIQUE (number, region);

-- harmless: the table is new
CREATE TABLE orders (number text);
CREATE UNIQUE INDEX ON orders (number);

-- harmless: an index that is there
ALTER TABLE orders ADD UNIQUE USING INDEX i;
