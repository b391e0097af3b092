CREATE TABLE parcel (id integer PRIMARY KEY, weight integer);
CREATE TABLE trace (weight bigint);
CREATE RULE note AS ON UPDATE TO parcel DO ALSO INSERT INTO trace VALUES (NEW.weight);
