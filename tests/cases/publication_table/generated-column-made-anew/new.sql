CREATE TABLE tune (id integer PRIMARY KEY, a integer, b integer GENERATED ALWAYS AS (a + 2) STORED);
CREATE PUBLICATION radio FOR TABLE tune (id, a);
