CREATE TYPE floatrange AS RANGE (subtype = float8);
CREATE TABLE sensor (id integer PRIMARY KEY, alarm floatrange, quiet floatmultirange);
