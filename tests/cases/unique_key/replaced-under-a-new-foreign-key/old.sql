CREATE TABLE node (id integer, parent integer, UNIQUE (id));
