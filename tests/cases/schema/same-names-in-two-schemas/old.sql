CREATE SCHEMA left_wing;
CREATE SCHEMA right_wing;
CREATE TABLE left_wing.room (id integer PRIMARY KEY);
CREATE TABLE right_wing.room (id integer PRIMARY KEY);
