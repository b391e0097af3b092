CREATE TABLE booking (room integer, CONSTRAINT one_room EXCLUDE USING btree (room WITH =));
