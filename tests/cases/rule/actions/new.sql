CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE RULE guard AS ON INSERT TO parcel WHERE NEW.weight < 0 DO ALSO INSERT INTO trace (what) VALUES ('too light');
