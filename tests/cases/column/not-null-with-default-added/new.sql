CREATE TABLE job (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 5);
