CREATE TABLE pass (id integer PRIMARY KEY, code text UNIQUE);
