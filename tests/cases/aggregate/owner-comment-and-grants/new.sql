CREATE FUNCTION add_up(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE ROLE case_aggregate_owner; CREATE ROLE case_aggregate_second; CREATE ROLE case_aggregate_reader;
GRANT CREATE ON SCHEMA public TO case_aggregate_owner, case_aggregate_second;
CREATE AGGREGATE total(integer) (SFUNC = add_up, STYPE = integer, INITCOND = '0');
ALTER AGGREGATE total(integer) OWNER TO case_aggregate_second;
REVOKE ALL ON FUNCTION total(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION total(integer) TO case_aggregate_reader;
COMMENT ON AGGREGATE total(integer) IS 'everything';
