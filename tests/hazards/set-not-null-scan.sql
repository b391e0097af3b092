-- caught: a check that is not validated
ALTER TABLE orders ADD CONSTRAINT c CHECK (status IS NOT NULL) NOT VALID;
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;

-- caught: a check of something else
ALTER TABLE orders ADD CONSTRAINT c CHECK (number IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT c;
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;

-- harmless: the table is new
CREATE TABLE orders (status text);
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;

-- harmless: the other way
ALTER TABLE orders ALTER COLUMN status DROP NOT NULL;
