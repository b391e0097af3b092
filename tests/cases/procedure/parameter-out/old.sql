CREATE PROCEDURE tidy(n integer) LANGUAGE plpgsql AS $$ BEGIN END $$;
