CREATE ROLE case_owner_procedure_old;
CREATE ROLE case_owner_procedure_new;
CREATE PROCEDURE rest(n integer) LANGUAGE sql AS $$ SELECT 1 $$;
ALTER PROCEDURE rest(integer) OWNER TO case_owner_procedure_new;
