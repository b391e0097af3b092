CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE parcel (id integer PRIMARY KEY, weight integer);
CREATE TRIGGER touch BEFORE UPDATE OF weight ON parcel FOR EACH ROW WHEN (NEW.weight > 3) EXECUTE FUNCTION touch();
ALTER TABLE parcel DISABLE TRIGGER touch;
COMMENT ON TRIGGER touch ON parcel IS 'kept';
