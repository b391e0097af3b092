-- caught: deep within
ALTER TABLE orders ADD COLUMN x text DEFAULT upper(md5(random()::text));

-- caught: your own function
ALTER TABLE orders ADD COLUMN x text DEFAULT app.next_number();

-- harmless: now
ALTER TABLE orders ADD COLUMN x timestamptz DEFAULT now();

-- harmless: CURRENT_TIMESTAMP
ALTER TABLE orders ADD COLUMN x timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- harmless: the table is new
CREATE TABLE orders (id int);
ALTER TABLE orders ADD COLUMN x uuid DEFAULT gen_random_uuid();
