CREATE TABLE book (id integer PRIMARY KEY, n bigint DEFAULT 0);
