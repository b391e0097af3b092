CREATE TABLE place (id integer PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE place_low PARTITION OF place FOR VALUES FROM (0) TO (1000);
CREATE TABLE trip (id integer PRIMARY KEY, place integer);
