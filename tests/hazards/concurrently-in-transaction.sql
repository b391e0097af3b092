-- caught: a segment of a migration file
-- trueup: as migration
DROP INDEX CONCURRENTLY orders_status_idx;

-- caught: detach
BEGIN;
ALTER TABLE sales DETACH PARTITION sales_2020 CONCURRENTLY;
COMMIT;

-- harmless: after it
BEGIN;
SELECT 1;
COMMIT;
DROP INDEX CONCURRENTLY i;

-- harmless: refreshing
BEGIN;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
COMMIT;
