-- caught: a new column with a default
ALTER TABLE orders ADD COLUMN shop int DEFAULT 1 REFERENCES shops;

-- harmless: a new column without one
ALTER TABLE orders ADD COLUMN shop int REFERENCES shops;

-- harmless: the table is new
CREATE TABLE orders (customer int);
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers;
