CREATE TABLE artist (id integer PRIMARY KEY);
CREATE TABLE song (id integer PRIMARY KEY, artist integer REFERENCES artist ON UPDATE CASCADE);
