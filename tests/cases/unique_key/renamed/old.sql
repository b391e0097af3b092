CREATE TABLE t (id integer, a integer, b integer, CONSTRAINT t_first UNIQUE (a, b));
