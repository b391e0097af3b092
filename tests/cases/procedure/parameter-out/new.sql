CREATE PROCEDURE tidy(n integer, OUT done integer) LANGUAGE plpgsql AS $$ BEGIN done := n; END $$;
