CREATE TABLE job (id integer PRIMARY KEY, name character varying(10), price numeric(8,2));
