CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE RULE note_insert AS ON INSERT TO parcel DO ALSO INSERT INTO trace (parcel_id, what) VALUES (NEW.id, 'new');
CREATE RULE "Never Delete" AS ON DELETE TO parcel DO INSTEAD NOTHING;
