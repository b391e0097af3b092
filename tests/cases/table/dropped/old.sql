CREATE TABLE museum (id integer PRIMARY KEY, name text);
