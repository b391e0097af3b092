CREATE ROLE case_grant_function_a;
CREATE ROLE case_grant_function_b;
CREATE FUNCTION one(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
GRANT EXECUTE ON FUNCTION one(integer) TO case_grant_function_b;
