CREATE TABLE subscriber (id integer PRIMARY KEY, address text NOT NULL);
