CREATE TABLE zoo (id integer PRIMARY KEY, name text);
CREATE FUNCTION animals() RETURNS SETOF zoo LANGUAGE sql STABLE AS $$ SELECT * FROM zoo $$;
CREATE VIEW all_animals AS SELECT * FROM animals();
