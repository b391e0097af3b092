CREATE SCHEMA hall;
CREATE TABLE tune (id integer PRIMARY KEY, title text, bpm integer NOT NULL);
CREATE TABLE band (id integer PRIMARY KEY, name text);
CREATE TABLE hall.seat (id integer PRIMARY KEY);
CREATE PUBLICATION radio FOR TABLE tune WHERE (bpm > 60), TABLES IN SCHEMA hall WITH (publish = 'insert, update', publish_via_partition_root = true);
COMMENT ON PUBLICATION radio IS 'on air';
