-- caught: of a view
ALTER VIEW totals RENAME COLUMN a TO b;

-- harmless: a constraint
ALTER TABLE orders RENAME CONSTRAINT a TO b;

-- harmless: the table is new
CREATE TABLE orders (a int);
ALTER TABLE orders RENAME a TO b;
