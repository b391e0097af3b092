CREATE SCHEMA people;
CREATE SCHEMA music;
CREATE TABLE people.artist (id integer PRIMARY KEY);
CREATE TABLE music.song (id integer PRIMARY KEY, artist integer REFERENCES people.artist ON DELETE SET DEFAULT);
