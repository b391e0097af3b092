CREATE SCHEMA hall;
CREATE SCHEMA yard;
CREATE TABLE hall.seat (id integer PRIMARY KEY);
CREATE TABLE yard.gate (id integer PRIMARY KEY);
CREATE PUBLICATION radio FOR TABLE hall.seat (id);
