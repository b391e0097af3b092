CREATE TABLE seat (id integer PRIMARY KEY, number integer);
