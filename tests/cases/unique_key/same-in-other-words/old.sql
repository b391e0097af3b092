CREATE TABLE pass (id integer, code text, year integer, UNIQUE (code, year));
