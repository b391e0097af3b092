-- Revert weigh

BEGIN;
DROP FUNCTION weigh(integer);
COMMIT;
