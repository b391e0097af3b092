CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE RULE twice AS ON UPDATE TO parcel DO ALSO (INSERT INTO trace (parcel_id, what) VALUES (OLD.id, 'old; (kept)'); DELETE FROM trace WHERE parcel_id = NEW.id AND what = 'gone'; NOTIFY parcels);
