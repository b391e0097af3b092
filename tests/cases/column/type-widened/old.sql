CREATE TABLE book (id integer PRIMARY KEY, isbn character varying(13), price numeric(6,2), pages smallint);
