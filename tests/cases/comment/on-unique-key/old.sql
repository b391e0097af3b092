CREATE TABLE jar (id integer UNIQUE);
COMMENT ON CONSTRAINT jar_id_key ON jar IS 'first';
