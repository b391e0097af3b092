CREATE TABLE zoo (id integer PRIMARY KEY, name text);
CREATE FUNCTION animals() RETURNS SETOF zoo LANGUAGE sql STABLE AS $$ SELECT * FROM zoo $$;
CREATE FUNCTION one(z zoo) RETURNS text LANGUAGE sql AS $$ SELECT z.name $$;
