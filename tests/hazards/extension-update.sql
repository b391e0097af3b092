-- caught: to the newest
ALTER EXTENSION hstore UPDATE;

-- harmless: made
CREATE EXTENSION hstore;

-- harmless: moved
ALTER EXTENSION hstore SET SCHEMA tools;
