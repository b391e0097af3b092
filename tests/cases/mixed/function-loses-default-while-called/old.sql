CREATE FUNCTION tax(n numeric, rate numeric DEFAULT 0.2) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT n * rate $$;
CREATE TABLE bill (id integer PRIMARY KEY, n numeric);
CREATE VIEW taxed AS SELECT id, tax(n) AS t FROM bill;
