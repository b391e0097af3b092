CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE TABLE old_parcel (id integer);
CREATE RULE keep AS ON DELETE TO old_parcel DO INSTEAD NOTHING;
