-- caught: in a schema
ALTER TABLE shop.orders ALTER region DROP NOT NULL;

-- harmless: the table is new
CREATE TABLE orders (region text NOT NULL);
ALTER TABLE orders ALTER COLUMN region DROP NOT NULL;

-- harmless: a default goes
ALTER TABLE orders ALTER COLUMN region DROP DEFAULT;
