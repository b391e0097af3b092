CREATE TABLE zoo (id integer PRIMARY KEY, name character varying(30));
CREATE FUNCTION a_name(i zoo.id%TYPE) RETURNS zoo.name%TYPE LANGUAGE sql AS $$ SELECT name FROM zoo WHERE id = i $$;
