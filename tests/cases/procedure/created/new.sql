CREATE TABLE attic (id integer PRIMARY KEY);
CREATE PROCEDURE tidy(n integer) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM attic WHERE id < n; COMMIT; END $$;
