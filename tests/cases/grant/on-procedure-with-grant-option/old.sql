CREATE ROLE case_grant_procedure_a_wgo;
CREATE PROCEDURE rest(n integer) LANGUAGE sql AS $$ SELECT 1 $$;
GRANT EXECUTE ON PROCEDURE rest(integer) TO case_grant_procedure_a_wgo;
