-- caught: a segment of a migration file
-- trueup: as migration
ALTER TABLE orders ADD COLUMN a int;
DELETE FROM orders WHERE b;

-- harmless: the table is new
BEGIN;
CREATE TABLE orders (a int);
ALTER TABLE orders ADD COLUMN b int;
UPDATE orders SET b = 1;
COMMIT;

-- harmless: another table
BEGIN;
ALTER TABLE orders ADD COLUMN a int;
UPDATE settings SET b = 1;
COMMIT;

-- harmless: its own transaction
-- trueup: as migration
ALTER TABLE orders ADD COLUMN a int;
-- trueup: segment
UPDATE orders SET a = 1;
