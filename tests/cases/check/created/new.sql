CREATE TABLE trip (id integer PRIMARY KEY, seats integer CHECK (seats > 0));
