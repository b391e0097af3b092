CREATE TABLE t (id integer, "user" varchar(10));
