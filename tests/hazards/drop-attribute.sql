-- caught: cascading
ALTER TYPE shop.address DROP ATTRIBUTE IF EXISTS a CASCADE;

-- harmless: added
ALTER TYPE address ADD ATTRIBUTE a int;

-- harmless: the type is new
CREATE TYPE t AS (a int, b int);
ALTER TYPE t DROP ATTRIBUTE b;
