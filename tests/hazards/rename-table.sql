-- caught: to another schema
ALTER TABLE orders SET SCHEMA archive;

-- caught: a view
ALTER VIEW totals RENAME TO sums;

-- harmless: an index
ALTER INDEX a RENAME TO b;

-- harmless: the table is new
CREATE TABLE a ();
ALTER TABLE a RENAME TO b;
