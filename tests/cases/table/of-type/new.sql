CREATE TYPE place AS (name text, height integer);
CREATE TABLE summit OF place;
