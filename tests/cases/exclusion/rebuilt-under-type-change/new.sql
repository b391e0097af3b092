CREATE TABLE booking (id integer PRIMARY KEY, during tstzrange, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&));
COMMENT ON CONSTRAINT no_overlap ON booking IS 'one at a time';
