CREATE TABLE attic (id integer PRIMARY KEY);
