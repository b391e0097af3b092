-- caught: with a column
ALTER TABLE orders ADD COLUMN total int DEFAULT 0 CHECK (total >= 0);

-- harmless: the table is new
CREATE TABLE orders (total int);
ALTER TABLE orders ADD CHECK (total >= 0);
