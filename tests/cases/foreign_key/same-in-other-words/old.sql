CREATE TABLE artist (id integer PRIMARY KEY, name text);
CREATE TABLE song (id integer PRIMARY KEY, artist integer REFERENCES artist);
