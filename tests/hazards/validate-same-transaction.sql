-- caught: one segment of a migration file
-- trueup: as migration
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES b NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT f;

-- harmless: each by itself
ALTER TABLE orders ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT c;

-- harmless: another constraint
BEGIN;
ALTER TABLE orders ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT d;
COMMIT;

-- harmless: two segments
-- trueup: as migration
ALTER TABLE orders ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- trueup: segment
ALTER TABLE orders VALIDATE CONSTRAINT c;
