-- caught: a key
ALTER TABLE orders ADD COLUMN id uuid PRIMARY KEY;

-- harmless: with a default
ALTER TABLE orders ADD COLUMN region text NOT NULL DEFAULT 'eu';

-- harmless: the table is new
CREATE TABLE orders ();
ALTER TABLE orders ADD COLUMN region text NOT NULL;
