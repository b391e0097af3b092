CREATE TABLE bill (id integer PRIMARY KEY, n numeric, legacy text);
CREATE FUNCTION shown(b bill) RETURNS text LANGUAGE sql AS $$ SELECT b.id::text $$;
CREATE VIEW bills AS SELECT shown(b) AS s FROM bill b;
