-- caught: added
ALTER TABLE orders ADD COLUMN code char(2);

-- harmless: varchar
CREATE TABLE t (a varchar(3));

-- harmless: the one-byte type of the catalogs
CREATE TABLE t (a "char");
