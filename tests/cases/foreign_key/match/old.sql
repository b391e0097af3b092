CREATE TABLE album (artist integer, number integer, PRIMARY KEY (artist, number));
CREATE TABLE song (id integer PRIMARY KEY, artist integer, album integer);
ALTER TABLE song ADD CONSTRAINT song_on FOREIGN KEY (artist, album) REFERENCES album;
