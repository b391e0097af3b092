CREATE PROCEDURE tidy(IN n integer) LANGUAGE plpgsql AS $$ BEGIN END $$;
