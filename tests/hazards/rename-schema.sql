-- caught: in quotes
ALTER SCHEMA "Shop" RENAME TO shop;

-- harmless: a new one
CREATE SCHEMA a;
ALTER SCHEMA a RENAME TO b;

-- harmless: its owner
ALTER SCHEMA shop OWNER TO admin;
