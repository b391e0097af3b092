CREATE TABLE lid (id bigint PRIMARY KEY, code text, CONSTRAINT lid_code UNIQUE (code));
COMMENT ON CONSTRAINT lid_code ON lid IS 'of the constraint';
COMMENT ON INDEX lid_pkey IS 'kept';
