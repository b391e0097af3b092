-- caught: with USING
ALTER TABLE orders ALTER COLUMN total TYPE numeric USING total::numeric;

-- harmless: the table is new
CREATE TABLE orders (id int);
ALTER TABLE orders ALTER COLUMN id TYPE bigint;

-- harmless: a default
ALTER TABLE orders ALTER COLUMN id SET DEFAULT 1;
