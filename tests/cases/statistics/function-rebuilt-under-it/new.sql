CREATE FUNCTION shout(t text) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT upper(t) $$;
CREATE TABLE visit (city text, zip text, at timestamp, visitors integer);
CREATE STATISTICS loud ON (shout(city)), zip FROM visit;
