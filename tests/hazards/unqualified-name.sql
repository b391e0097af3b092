-- caught: an index
CREATE INDEX i ON orders (id);

-- harmless: said before
SET search_path = shop;
ALTER TABLE orders ADD COLUMN note text;

-- harmless: temporary
CREATE TEMP TABLE scratch (id int);
