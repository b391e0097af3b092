CREATE TYPE address AS (street text, number integer, city character varying(40));
