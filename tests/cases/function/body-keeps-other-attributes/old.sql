CREATE ROLE case_fn_caller;
CREATE FUNCTION double_it(n integer) RETURNS integer LANGUAGE sql STABLE STRICT SECURITY DEFINER COST 7 SET work_mem TO '8MB' AS $$ SELECT n * 2 $$;
REVOKE ALL ON FUNCTION double_it(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION double_it(integer) TO case_fn_caller;
