CREATE TABLE parcel (id integer PRIMARY KEY, label text);
CREATE TABLE trace (what text);
CREATE FUNCTION shout(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1) $$;
CREATE RULE note AS ON INSERT TO parcel WHERE shout(NEW.label) <> 'X' DO ALSO INSERT INTO trace (what) VALUES (shout(NEW.label));
ALTER TABLE parcel DISABLE RULE note;
