CREATE SCHEMA north;
CREATE SCHEMA south;
CREATE TABLE north.station (id integer PRIMARY KEY);
