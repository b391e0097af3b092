-- caught: added
ALTER TABLE orders ADD COLUMN code varchar(2);

-- harmless: without a limit
CREATE TABLE t (a varchar);

-- harmless: text
CREATE TABLE t (a text);
