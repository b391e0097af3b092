CREATE EXTENSION hstore;
CREATE TABLE gadget (id integer PRIMARY KEY, traits hstore);
