CREATE TYPE place AS (name text, height integer);
CREATE TABLE summit OF place (PRIMARY KEY (name), height DEFAULT 0 NOT NULL);
