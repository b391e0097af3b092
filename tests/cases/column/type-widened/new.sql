CREATE TABLE book (id integer PRIMARY KEY, isbn character varying(20), price numeric(10,2), pages integer);
