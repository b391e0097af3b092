CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE RULE note AS ON INSERT TO parcel DO INSTEAD INSERT INTO trace (what) VALUES ('a');
