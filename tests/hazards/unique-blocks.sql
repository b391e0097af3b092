-- caught: with a column
ALTER TABLE orders ADD COLUMN number text UNIQUE;

-- harmless: the table is new
CREATE TABLE orders (number text);
ALTER TABLE orders ADD UNIQUE (number);

-- harmless: within its table
CREATE TABLE orders (number text UNIQUE);
