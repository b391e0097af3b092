CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE RULE note AS ON INSERT TO parcel DO NOTHING;
COMMENT ON RULE note ON parcel IS 'does ''nothing''';
CREATE RULE other AS ON DELETE TO parcel DO NOTHING;
