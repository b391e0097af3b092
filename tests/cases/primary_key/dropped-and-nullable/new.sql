CREATE TABLE seat (id integer, number integer);
