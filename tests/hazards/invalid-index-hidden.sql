-- caught: a unique one
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON orders (number);

-- harmless: dropped before
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.orders (id);

-- harmless: a build that fails leaves nothing
CREATE INDEX IF NOT EXISTS i ON orders (id);
