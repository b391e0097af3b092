CREATE TABLE book (id integer PRIMARY KEY, note text DEFAULT NULL::text);
