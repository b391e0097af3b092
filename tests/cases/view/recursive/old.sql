CREATE TABLE folder (id integer PRIMARY KEY, parent integer, name text);
