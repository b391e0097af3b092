CREATE TABLE job (id integer PRIMARY KEY, a integer, b text DEFAULT 'x', c boolean, d date NOT NULL);
