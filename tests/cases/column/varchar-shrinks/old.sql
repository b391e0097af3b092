CREATE TABLE job (id integer PRIMARY KEY, name character varying(20), price numeric(10,4));
