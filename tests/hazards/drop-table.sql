-- caught: if it is there
DROP TABLE IF EXISTS shop.orders;

-- caught: several
DROP TABLE a, b;

-- harmless: one that is new
CREATE TABLE scratch (id int);
DROP TABLE scratch;

-- harmless: a view
DROP VIEW orders;
