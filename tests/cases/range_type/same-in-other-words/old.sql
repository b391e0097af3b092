CREATE TYPE daterange2 AS RANGE (subtype = timestamp);
