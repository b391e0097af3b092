CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, changed timestamptz);
CREATE TABLE van (id integer PRIMARY KEY);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER touch AFTER UPDATE ON parcel FROM van FOR EACH ROW EXECUTE FUNCTION touch();
