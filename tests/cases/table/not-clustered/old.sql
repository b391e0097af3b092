CREATE TABLE event (id integer PRIMARY KEY, kind text);
ALTER TABLE event CLUSTER ON event_pkey;
