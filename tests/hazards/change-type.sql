-- caught: using
ALTER TABLE orders ALTER COLUMN a TYPE text USING left(a, 3);

-- caught: an integer
ALTER TABLE orders ALTER COLUMN a TYPE int;

-- harmless: to text
ALTER TABLE orders ALTER COLUMN a TYPE text;

-- harmless: the table is new
CREATE TABLE orders (a text);
ALTER TABLE orders ALTER COLUMN a TYPE varchar(3);
