-- caught: if it is there
ALTER TABLE ONLY shop.orders DROP IF EXISTS note CASCADE;

-- harmless: one that is new
ALTER TABLE orders ADD COLUMN scratch int;
ALTER TABLE orders DROP COLUMN scratch;

-- harmless: a default
ALTER TABLE orders ALTER COLUMN note DROP DEFAULT;
