CREATE TYPE mood AS ENUM ('up', 'down');
CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE span AS RANGE (subtype = integer);
CREATE DOMAIN short AS text;
CREATE FUNCTION one(n integer, m text[]) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE two(n integer) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer);
