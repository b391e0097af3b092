-- caught: a word that is none of its own
ALTER TABLE orders ADD gross int GENERATED ALWAYS AS (net + 1) STORED;

-- harmless: the table is new
CREATE TABLE orders (net int);
ALTER TABLE orders ADD gross int GENERATED ALWAYS AS (net + 1) STORED;

-- harmless: an identity is another matter
ALTER TABLE orders ADD COLUMN n int DEFAULT 1;
