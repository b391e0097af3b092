CREATE ROLE case_owner_function_old;
CREATE ROLE case_owner_function_new;
CREATE FUNCTION one(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
ALTER FUNCTION one(integer) OWNER TO case_owner_function_old;
