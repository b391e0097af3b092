CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, changed timestamptz);
CREATE FUNCTION z_touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER a_touch BEFORE UPDATE ON parcel FOR EACH ROW EXECUTE FUNCTION z_touch();
