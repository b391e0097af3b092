CREATE TABLE gadget (id integer PRIMARY KEY, traits text);
