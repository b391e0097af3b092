CREATE TABLE tune (id integer PRIMARY KEY, name text, bpm integer NOT NULL);
CREATE TABLE band (id integer PRIMARY KEY, name text);
CREATE PUBLICATION radio FOR TABLE tune (id, name) WHERE (name <> '');
ALTER TABLE tune RENAME name TO title;
