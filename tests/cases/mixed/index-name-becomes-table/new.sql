CREATE TABLE badge (id integer NOT NULL, code text);
CREATE TABLE wanted (id integer PRIMARY KEY);
