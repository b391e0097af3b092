-- caught: added
ALTER TABLE orders ADD COLUMN seen timestamp(3);

-- harmless: with
CREATE TABLE t (a timestamp with time zone);

-- harmless: date
CREATE TABLE t (a date);
