CREATE FUNCTION near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs($1 - $2) < 2 $$;
CREATE FUNCTION far(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs($1 - $2) > 1 $$;
CREATE FUNCTION half(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 / 2 $$;
CREATE OPERATOR ~~~ (LEFTARG = integer, RIGHTARG = integer, PROCEDURE = near, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE TABLE dots (x integer, y integer);
CREATE VIEW close AS SELECT x, y FROM dots WHERE x ~~~ y;
