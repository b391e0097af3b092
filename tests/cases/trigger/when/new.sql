CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON parcel FOR EACH ROW WHEN (OLD.weight IS DISTINCT FROM NEW.weight AND NEW.id > 0) EXECUTE FUNCTION touch();
