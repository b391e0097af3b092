CREATE FUNCTION tax(n numeric, rate numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT n * rate $$;
CREATE TABLE bill (id integer PRIMARY KEY, n numeric);
CREATE VIEW taxed AS SELECT id, tax(n, 0.2) AS t FROM bill;
