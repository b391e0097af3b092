CREATE TABLE tune (id integer PRIMARY KEY, bpm integer, slow integer GENERATED ALWAYS AS (bpm / 2) STORED);
CREATE PUBLICATION radio FOR TABLE tune;
