CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, changed timestamptz);
CREATE VIEW parcels AS SELECT id, weight FROM parcel;
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
