CREATE TABLE artist (id integer PRIMARY KEY, number integer UNIQUE);
CREATE TABLE song (id integer PRIMARY KEY, artist integer);
ALTER TABLE song ADD CONSTRAINT song_by FOREIGN KEY (artist) REFERENCES artist (number);
