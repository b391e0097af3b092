-- caught: serial
ALTER TABLE orders ADD COLUMN id bigserial;

-- harmless: within a new table
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY);

-- harmless: a column that is there
ALTER TABLE orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
