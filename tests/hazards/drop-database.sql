-- caught: by force
DROP DATABASE IF EXISTS shop WITH (FORCE);

-- harmless: made
CREATE DATABASE shop;

-- harmless: set
ALTER DATABASE shop SET work_mem = '8MB';
