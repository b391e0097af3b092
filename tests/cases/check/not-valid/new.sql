CREATE TABLE trip (id integer PRIMARY KEY, seats integer);
ALTER TABLE trip ADD CONSTRAINT some_seats CHECK (seats > 0) NOT VALID;
