CREATE TABLE shelf (id integer PRIMARY KEY);
CREATE TABLE jar (shelf integer REFERENCES shelf);
COMMENT ON CONSTRAINT jar_shelf_fkey ON jar IS 'first';
