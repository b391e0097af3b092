CREATE TABLE pass (id integer PRIMARY KEY, code text, CONSTRAINT pass_code UNIQUE (code));
