CREATE TYPE address AS (street text, number integer);
CREATE TABLE person (id integer PRIMARY KEY, home address);
