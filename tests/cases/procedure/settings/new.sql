CREATE PROCEDURE tidy(n integer) LANGUAGE plpgsql SET search_path TO public AS $$ BEGIN END $$;
