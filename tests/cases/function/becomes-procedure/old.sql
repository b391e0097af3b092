CREATE FUNCTION tidy(n integer) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
