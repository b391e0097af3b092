CREATE TABLE jar (id integer PRIMARY KEY, label text);
CREATE VIEW jars AS SELECT id, label FROM jar;
SECURITY LABEL FOR guard ON VIEW jars IS 'secret';
CREATE FUNCTION count_jars() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
SECURITY LABEL FOR guard ON FUNCTION count_jars() IS 'secret';
