CREATE TABLE source (id integer PRIMARY KEY, n integer);
CREATE TABLE total (n bigint);
