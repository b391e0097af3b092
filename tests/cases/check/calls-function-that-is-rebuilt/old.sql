CREATE FUNCTION fits(n integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT n < 60 $$;
CREATE TABLE trip (id integer PRIMARY KEY, seats integer, CONSTRAINT fits_bus CHECK (fits(seats)));
