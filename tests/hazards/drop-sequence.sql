-- caught: in a schema
DROP SEQUENCE IF EXISTS shop.s;

-- harmless: one that is new
CREATE SEQUENCE s;
DROP SEQUENCE s;

-- harmless: a table's owner
ALTER SEQUENCE s OWNED BY NONE;
