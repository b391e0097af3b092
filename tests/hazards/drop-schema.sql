-- caught: several
DROP SCHEMA IF EXISTS a, b CASCADE;

-- harmless: one that is new
CREATE SCHEMA a;
DROP SCHEMA a CASCADE;

-- harmless: an empty one
DROP SCHEMA a;
