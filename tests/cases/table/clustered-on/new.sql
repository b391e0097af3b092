CREATE TABLE event (id integer PRIMARY KEY, kind text);
CREATE INDEX event_kind_idx ON event (kind);
ALTER TABLE event CLUSTER ON event_kind_idx;
