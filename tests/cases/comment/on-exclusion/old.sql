CREATE TABLE jar (at tsrange, EXCLUDE USING gist (at WITH &&));
COMMENT ON CONSTRAINT jar_at_excl ON jar IS 'first';
