CREATE TABLE cup (id integer PRIMARY KEY, size integer NOT NULL, lid text NOT NULL);
COMMENT ON CONSTRAINT cup_size_not_null ON cup IS 'never empty';
