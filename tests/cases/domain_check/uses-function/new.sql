CREATE FUNCTION is_even(number integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT number % 2 = 0 $$;
CREATE DOMAIN even AS integer CONSTRAINT even_check CHECK (is_even(VALUE));
