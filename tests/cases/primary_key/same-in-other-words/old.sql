CREATE TABLE hall (id integer PRIMARY KEY, code text);
