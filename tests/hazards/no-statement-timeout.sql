-- caught: an index
CREATE INDEX ON orders (id);

-- harmless: concurrently
CREATE INDEX CONCURRENTLY i ON orders (id);

-- harmless: the table is new
CREATE TABLE orders (id int);
CREATE INDEX ON orders (id);
