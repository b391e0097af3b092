CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE VIEW trains AS SELECT id, line, seats FROM train;
ALTER VIEW trains ALTER COLUMN line SET DEFAULT 'n1';
