CREATE TABLE part (id integer PRIMARY KEY, n integer);
