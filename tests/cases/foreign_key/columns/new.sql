CREATE TABLE artist (id integer PRIMARY KEY);
CREATE TABLE song (id integer PRIMARY KEY, artist integer, composer integer);
ALTER TABLE song ADD CONSTRAINT song_by FOREIGN KEY (composer) REFERENCES artist;
