CREATE TABLE boss (id integer PRIMARY KEY);
CREATE TABLE job (id integer PRIMARY KEY);
