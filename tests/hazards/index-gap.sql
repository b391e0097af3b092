-- caught: not concurrently
DROP INDEX i;
CREATE UNIQUE INDEX i ON orders (id);

-- harmless: another index
DROP INDEX CONCURRENTLY i;
CREATE INDEX CONCURRENTLY j ON orders (id);

-- harmless: clearing away
DROP INDEX CONCURRENTLY IF EXISTS i;
CREATE INDEX CONCURRENTLY i ON orders (id);
