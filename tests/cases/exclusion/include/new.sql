CREATE TABLE booking (room integer, during tsrange, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) INCLUDE (room));
