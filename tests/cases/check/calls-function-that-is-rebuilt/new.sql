CREATE FUNCTION fits(passengers integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT passengers < 60 $$;
CREATE TABLE trip (id integer PRIMARY KEY, seats integer, CONSTRAINT fits_bus CHECK (fits(seats)));
