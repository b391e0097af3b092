CREATE TYPE place AS (name text, height integer);
CREATE TABLE summit (name text PRIMARY KEY, height integer DEFAULT 0 NOT NULL);
