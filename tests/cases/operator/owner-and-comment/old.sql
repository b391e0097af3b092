CREATE FUNCTION near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs($1 - $2) < 2 $$;
CREATE FUNCTION far(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs($1 - $2) > 1 $$;
CREATE FUNCTION half(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 / 2 $$;
CREATE ROLE case_operator_old; CREATE ROLE case_operator_new;
GRANT CREATE ON SCHEMA public TO case_operator_old, case_operator_new;
CREATE OPERATOR ~~~ (LEFTARG = integer, RIGHTARG = integer, PROCEDURE = near);
ALTER OPERATOR ~~~ (integer, integer) OWNER TO case_operator_old;
