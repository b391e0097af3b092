CREATE TABLE event (id integer NOT NULL, kind text NOT NULL);
CREATE UNIQUE INDEX event_key_idx ON event (id);
ALTER TABLE event REPLICA IDENTITY USING INDEX event_key_idx;
