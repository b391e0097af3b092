CREATE TABLE plan (id integer PRIMARY KEY, code text NOT NULL, year integer);
CREATE TABLE step (plan integer REFERENCES plan, n integer);
