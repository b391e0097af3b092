CREATE TABLE jar (id integer PRIMARY KEY);
COMMENT ON TABLE jar IS 'first';
