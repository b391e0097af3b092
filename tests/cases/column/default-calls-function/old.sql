CREATE FUNCTION next_code(prefix text) RETURNS text LANGUAGE sql AS $$ SELECT prefix || '1' $$;
CREATE TABLE book (id integer PRIMARY KEY, code text DEFAULT next_code('b'));
