CREATE TYPE address AS (street text, number integer, postcode text);
CREATE TABLE person (id integer PRIMARY KEY, home address);
