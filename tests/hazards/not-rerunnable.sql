-- caught: a drop
DROP INDEX CONCURRENTLY i;

-- caught: a label
ALTER TYPE s ADD VALUE 'x';

-- harmless: if it is there
DROP INDEX CONCURRENTLY IF EXISTS i;

-- harmless: rolled back as a whole
BEGIN;
ALTER TYPE s ADD VALUE 'x';
COMMIT;
