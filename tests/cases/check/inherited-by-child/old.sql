CREATE TABLE trip (id integer, seats integer);
CREATE TABLE night_trip (beds integer) INHERITS (trip);
