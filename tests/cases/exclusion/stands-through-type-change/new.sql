CREATE TABLE booking (id integer PRIMARY KEY, room bigint, CONSTRAINT one_room EXCLUDE USING btree (room WITH =) WHERE (room > 0));
COMMENT ON CONSTRAINT one_room ON booking IS 'one at a time';
