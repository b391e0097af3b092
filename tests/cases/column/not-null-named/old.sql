CREATE TABLE cup (id integer PRIMARY KEY, size integer NOT NULL);
