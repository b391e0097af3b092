CREATE TABLE parcel (id integer PRIMARY KEY, weight integer);
CREATE VIEW heavy AS SELECT id, weight AS kilos FROM parcel WHERE weight > 100;
CREATE RULE heavy_insert AS ON INSERT TO heavy DO INSTEAD INSERT INTO parcel VALUES (NEW.id, NEW.kilos) RETURNING parcel.id, parcel.weight;
CREATE RULE heavy_update AS ON UPDATE TO heavy DO INSTEAD UPDATE parcel SET (id, weight) = (NEW.id, NEW.kilos) WHERE id = OLD.id RETURNING *;
CREATE RULE heavy_delete AS ON DELETE TO heavy DO INSTEAD DELETE FROM parcel p WHERE p.id = OLD.id;
