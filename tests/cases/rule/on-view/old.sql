CREATE TABLE parcel (id integer PRIMARY KEY, weight integer);
CREATE VIEW heavy AS SELECT id, weight AS kilos FROM parcel WHERE weight > 100;
