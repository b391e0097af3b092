CREATE TABLE tune (id integer PRIMARY KEY, bpm integer NOT NULL);
CREATE TABLE band (id integer PRIMARY KEY, name text);
CREATE PUBLICATION radio FOR TABLE tune (id);
