CREATE TABLE parcel (id bigint PRIMARY KEY, weight integer);
CREATE VIEW heavy AS SELECT id, weight AS kilos FROM parcel WHERE weight > 100;
CREATE RULE heavy_delete AS ON DELETE TO heavy DO INSTEAD DELETE FROM parcel p WHERE p.id = OLD.id;
COMMENT ON RULE heavy_delete ON heavy IS 'away with it';
