CREATE TABLE pass (id integer PRIMARY KEY, code text UNIQUE);
CREATE TABLE gate (id integer PRIMARY KEY, pass text REFERENCES pass (code));
