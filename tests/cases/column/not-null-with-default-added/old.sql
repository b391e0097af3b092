CREATE TABLE job (id integer PRIMARY KEY, n integer);
