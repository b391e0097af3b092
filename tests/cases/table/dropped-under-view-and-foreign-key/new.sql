CREATE TABLE exhibit (id integer PRIMARY KEY, museum integer);
