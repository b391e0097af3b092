-- caught: one of two
ALTER TABLE orders DROP CONSTRAINT a, ADD CONSTRAINT b CHECK (c > 0) NOT VALID;

-- harmless: it comes back
ALTER TABLE orders DROP CONSTRAINT a;
ALTER TABLE orders ADD CONSTRAINT a CHECK (c > 1) NOT VALID;
