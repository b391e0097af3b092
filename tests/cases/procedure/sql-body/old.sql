CREATE TABLE attic (id integer PRIMARY KEY);
CREATE PROCEDURE tidy(n integer) LANGUAGE sql AS $$ DELETE FROM attic WHERE id = n $$;
