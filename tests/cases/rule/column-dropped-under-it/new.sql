CREATE TABLE parcel (id integer PRIMARY KEY, weight integer);
CREATE TABLE trace (id integer, label text);
CREATE RULE note AS ON UPDATE TO parcel DO ALSO INSERT INTO trace (id) SELECT NEW.id;
