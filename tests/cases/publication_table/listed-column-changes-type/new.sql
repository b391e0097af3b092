CREATE TABLE tune (id integer PRIMARY KEY, title text, bpm bigint NOT NULL);
CREATE TABLE band (id integer PRIMARY KEY, name text);
CREATE PUBLICATION radio FOR TABLE tune (id, bpm) WHERE (bpm > 60);
