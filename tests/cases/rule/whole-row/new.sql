CREATE TABLE parcel (id integer PRIMARY KEY, weight integer NOT NULL DEFAULT 0, label varchar(20));
CREATE TABLE trace (parcel_id bigint, what text NOT NULL, at timestamptz DEFAULT now());
CREATE TABLE attic (LIKE parcel);
CREATE RULE keep AS ON DELETE TO parcel DO ALSO INSERT INTO attic VALUES (OLD.*);
CREATE RULE keep_changed AS ON UPDATE TO parcel DO ALSO INSERT INTO attic SELECT OLD.*;
