CREATE TABLE pass (id integer PRIMARY KEY, code text);
CREATE TABLE gate (id integer PRIMARY KEY, pass text);
