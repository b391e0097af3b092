CREATE TABLE cup (id integer PRIMARY KEY, size integer NOT NULL, lid text NOT NULL);
COMMENT ON CONSTRAINT cup_lid_not_null ON cup IS 'first';
