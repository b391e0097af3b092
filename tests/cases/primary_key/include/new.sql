CREATE TABLE hall (id integer, name text, PRIMARY KEY (id) INCLUDE (name));
