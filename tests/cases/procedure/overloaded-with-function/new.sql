CREATE FUNCTION tidy() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE tidy(n integer) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE tidy(n text, INOUT m text) LANGUAGE plpgsql AS $$ BEGIN END $$;
