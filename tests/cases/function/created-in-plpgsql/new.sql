CREATE TABLE hit (id serial PRIMARY KEY, page text);
CREATE FUNCTION record_hit(IN page text, OUT id integer, INOUT again boolean DEFAULT false) RETURNS record LANGUAGE plpgsql AS $body$
DECLARE
  made hit%ROWTYPE;
BEGIN
  INSERT INTO hit (page) VALUES ($1) RETURNING * INTO made;
  id := made.id;
END
$body$;
