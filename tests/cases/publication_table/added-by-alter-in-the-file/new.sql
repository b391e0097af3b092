CREATE TABLE tune (id integer PRIMARY KEY, title text, bpm integer NOT NULL);
CREATE TABLE band (id integer PRIMARY KEY, name text);
CREATE PUBLICATION radio FOR TABLE tune (id);
ALTER PUBLICATION radio ADD TABLE ONLY band;
ALTER PUBLICATION radio DROP TABLE tune;
ALTER PUBLICATION radio ADD TABLE tune;
