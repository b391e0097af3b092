CREATE TABLE a (id integer PRIMARY KEY, d date, ts timestamptz, i interval, j jsonb, r int4range, v character varying(9), c character(4), num numeric(6,2), u uuid, b bytea);
