CREATE TABLE tune (id integer PRIMARY KEY, title text, bpm integer NOT NULL);
CREATE TABLE band (id integer PRIMARY KEY, name text);
CREATE PUBLICATION radio FOR TABLE tune, band;
