CREATE TABLE tune (id integer PRIMARY KEY, title text, bpm integer NOT NULL);
CREATE TABLE band (id integer PRIMARY KEY, name text);
CREATE PUBLICATION wave FOR TABLE band;
ALTER PUBLICATION wave SET TABLE tune;
ALTER PUBLICATION wave RENAME TO radio;
