-- caught: several
TRUNCATE TABLE a, b RESTART IDENTITY CASCADE;

-- harmless: one that is new
CREATE TABLE scratch (id int);
TRUNCATE scratch;

-- harmless: a privilege
GRANT TRUNCATE ON orders TO admin;
