-- caught: in a transaction
BEGIN;
DROP TABLE orders;
COMMIT;

-- caught: a trigger
CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f();

-- harmless: the table is new
CREATE TABLE orders (id int);
ALTER TABLE orders ADD COLUMN note text;

-- harmless: for the transaction
BEGIN;
SET LOCAL lock_timeout = '5s';
DROP TABLE orders;
COMMIT;

-- harmless: who runs it sets it
-- trueup: as migration
DROP TABLE orders;
