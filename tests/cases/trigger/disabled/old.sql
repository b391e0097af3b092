CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON parcel FOR EACH ROW EXECUTE FUNCTION touch();
