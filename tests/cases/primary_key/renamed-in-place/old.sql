CREATE TABLE t (id integer, CONSTRAINT t_first PRIMARY KEY (id));
CREATE TABLE c (t_id integer REFERENCES t (id));
