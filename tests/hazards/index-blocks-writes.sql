-- caught: a unique one
CREATE UNIQUE INDEX ON shop.orders (number);

-- caught: on a table of an earlier name
CREATE TABLE orders (id int);
CREATE INDEX ON other (id);

-- harmless: the table is new
CREATE TABLE orders (id int);
CREATE INDEX ON orders (id);

-- harmless: the parent of partitions alone
CREATE INDEX orders_idx ON ONLY orders (id);

-- harmless: a temporary table
CREATE TEMP TABLE scratch (id int);
CREATE INDEX ON scratch (id);
