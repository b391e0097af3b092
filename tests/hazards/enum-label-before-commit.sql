-- caught: as a default
BEGIN;
ALTER TYPE s ADD VALUE 'x';
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x';
COMMIT;

-- harmless: another label
BEGIN;
ALTER TYPE s ADD VALUE 'x';
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'y';
COMMIT;

-- harmless: outside a transaction
ALTER TYPE s ADD VALUE 'x';
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x';
