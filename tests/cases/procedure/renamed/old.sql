CREATE PROCEDURE tidy(n integer) LANGUAGE sql AS '';
