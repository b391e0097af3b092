CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE VIEW trains AS SELECT id, line, seats FROM train;
COMMENT ON COLUMN trains.id IS 'new';
COMMENT ON COLUMN trains.seats IS 'added';
