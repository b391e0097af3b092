CREATE TABLE lid (id integer PRIMARY KEY, code text, CONSTRAINT lid_code UNIQUE (code));
COMMENT ON INDEX lid_code IS 'to be gone';
COMMENT ON INDEX lid_pkey IS 'kept';
