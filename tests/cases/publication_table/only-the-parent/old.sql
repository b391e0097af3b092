CREATE TABLE tune (id integer PRIMARY KEY);
CREATE TABLE march (steps integer) INHERITS (tune);
CREATE PUBLICATION radio FOR TABLE ONLY tune;
