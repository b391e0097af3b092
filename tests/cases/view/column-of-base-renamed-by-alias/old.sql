CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE VIEW trains AS SELECT id, line FROM train;
CREATE VIEW lines AS SELECT line FROM trains;
