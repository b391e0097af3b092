CREATE SCHEMA north;
CREATE SCHEMA south;
CREATE TABLE south.station (id integer PRIMARY KEY);
