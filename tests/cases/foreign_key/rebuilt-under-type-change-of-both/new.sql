CREATE TABLE artist (code integer PRIMARY KEY);
CREATE TABLE song (id integer PRIMARY KEY, artist integer REFERENCES artist ON DELETE CASCADE DEFERRABLE);
