CREATE PROCEDURE tidy(n text) LANGUAGE plpgsql AS $$ BEGIN END $$;
