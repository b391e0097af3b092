CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE RULE still AS ON DELETE TO parcel DO INSTEAD NOTHING;
ALTER TABLE parcel ENABLE REPLICA RULE still;
