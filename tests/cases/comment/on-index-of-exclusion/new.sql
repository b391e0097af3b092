CREATE TABLE shift (during int4range, EXCLUDE USING gist (during WITH &&));
COMMENT ON INDEX shift_during_excl IS 'one at a time';
