CREATE PROCEDURE tidy(n integer) LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'tidied %', n; END $$;
