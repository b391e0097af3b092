CREATE TABLE trip (id integer, seats integer);
CREATE TABLE night_trip (beds integer) INHERITS (trip);
ALTER TABLE trip ADD CONSTRAINT some_seats CHECK (seats > 0);
