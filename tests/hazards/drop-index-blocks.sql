-- caught: if it is there
DROP INDEX IF EXISTS shop.orders_status_idx;

-- harmless: an index that is new
CREATE INDEX CONCURRENTLY i ON orders (id);
DROP INDEX i;

-- harmless: no index
DROP VIEW orders_status_idx;
