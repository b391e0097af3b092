CREATE TABLE seat (id integer NOT NULL, number integer);
