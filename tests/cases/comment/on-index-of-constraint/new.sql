CREATE TABLE jar (id integer PRIMARY KEY);
COMMENT ON INDEX jar_pkey IS 'of the constraint';
