CREATE SCHEMA people;
CREATE SCHEMA music;
CREATE TABLE people.artist (id integer PRIMARY KEY);
