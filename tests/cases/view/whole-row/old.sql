CREATE TABLE train (id integer PRIMARY KEY, line text);
