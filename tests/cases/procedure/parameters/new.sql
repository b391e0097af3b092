CREATE PROCEDURE tidy(number integer DEFAULT 3) LANGUAGE plpgsql AS $$ BEGIN END $$;
