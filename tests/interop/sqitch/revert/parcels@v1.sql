-- Revert parcels

BEGIN;
DROP TABLE parcels;
COMMIT;
