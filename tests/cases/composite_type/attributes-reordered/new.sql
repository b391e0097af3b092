CREATE TYPE address AS (number integer, street text);
