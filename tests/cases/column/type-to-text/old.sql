CREATE TABLE book (id integer PRIMARY KEY, code integer, short character varying(5));
