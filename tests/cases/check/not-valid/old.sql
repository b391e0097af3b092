CREATE TABLE trip (id integer PRIMARY KEY, seats integer);
