CREATE DOMAIN amount AS numeric(8,2) DEFAULT 0 CONSTRAINT positive CHECK (VALUE >= 0);
CREATE TABLE bill (id integer PRIMARY KEY, total amount, parts amount[]);
CREATE FUNCTION half(a amount) RETURNS amount LANGUAGE sql IMMUTABLE AS $$ SELECT a / 2 $$;
CREATE VIEW halves AS SELECT half(total) AS h FROM bill;
