CREATE PROCEDURE tidy(n integer) LANGUAGE plpgsql SET work_mem TO '8MB' AS $$ BEGIN END $$;
