CREATE TABLE pass (id integer PRIMARY KEY, code text, year integer, CONSTRAINT pass_code UNIQUE (code));
