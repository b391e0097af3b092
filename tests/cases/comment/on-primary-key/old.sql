CREATE TABLE jar (id integer PRIMARY KEY);
COMMENT ON CONSTRAINT jar_pkey ON jar IS 'first';
