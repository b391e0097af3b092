-- caught: serial8
CREATE TABLE t (id serial8);

-- harmless: a bigint
CREATE TABLE t (id bigint);

-- harmless: a column of that name
CREATE TABLE t (serial text);
