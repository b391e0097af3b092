CREATE TABLE event (id integer NOT NULL, kind text);
ALTER TABLE event REPLICA IDENTITY FULL;
