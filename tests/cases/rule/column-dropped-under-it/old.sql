CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, label text);
CREATE TABLE trace (id integer, label text, at date);
CREATE RULE note AS ON UPDATE TO parcel DO ALSO INSERT INTO trace (id, label) SELECT NEW.id, NEW.label;
