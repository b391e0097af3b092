-- caught: a procedure
CALL tidy_up();

-- harmless: a function is made
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;

-- harmless: a query
SELECT 1;
