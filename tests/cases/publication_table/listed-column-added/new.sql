CREATE TABLE tune (id integer PRIMARY KEY, title text);
CREATE PUBLICATION radio FOR TABLE tune (id, title);
