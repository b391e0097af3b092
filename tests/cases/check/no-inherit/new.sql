CREATE TABLE trip (id integer PRIMARY KEY, seats integer, CONSTRAINT some_seats CHECK (seats > 0) NO INHERIT);
