-- caught: another tablespace
ALTER TABLE orders SET TABLESPACE fast;

-- harmless: the table is new
CREATE TABLE orders ();
ALTER TABLE orders SET UNLOGGED;

-- harmless: a parameter
ALTER TABLE orders SET (fillfactor = 70);
