CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE RULE first AS ON INSERT TO parcel DO INSTEAD NOTHING;
CREATE OR REPLACE RULE first AS ON INSERT TO parcel DO ALSO NOTHING;
ALTER RULE first ON parcel RENAME TO second;
CREATE RULE third AS ON UPDATE TO parcel DO ALSO NOTHING;
DROP RULE third ON parcel;
