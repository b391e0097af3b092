CREATE TABLE pass (id integer PRIMARY KEY, code text, year integer DEFAULT 1, UNIQUE (year, code));
CREATE TABLE gate (id integer PRIMARY KEY, pass text, year integer DEFAULT 1, FOREIGN KEY (year, pass) REFERENCES pass (year, code));
