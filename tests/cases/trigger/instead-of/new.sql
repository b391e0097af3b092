CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, changed timestamptz);
CREATE VIEW parcels AS SELECT id, weight FROM parcel;
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER parcels_put INSTEAD OF INSERT OR UPDATE ON parcels FOR EACH ROW EXECUTE FUNCTION put();
