CREATE TABLE hall (id integer PRIMARY KEY, name text);
