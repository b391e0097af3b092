CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO train (id) VALUES (NEW.id); RETURN NEW; END $$;
CREATE VIEW door AS SELECT id, line, seats FROM train;
CREATE TRIGGER door_put INSTEAD OF INSERT ON door FOR EACH ROW EXECUTE FUNCTION put();
CREATE FUNCTION doors() RETURNS SETOF door LANGUAGE sql AS $$ SELECT * FROM door $$;
