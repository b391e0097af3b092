CREATE TABLE event (id integer NOT NULL, kind text);
CREATE UNIQUE INDEX event_id_idx ON event (id);
ALTER TABLE event REPLICA IDENTITY NOTHING;
