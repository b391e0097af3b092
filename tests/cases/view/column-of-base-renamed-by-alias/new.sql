CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE VIEW trains AS SELECT id, line AS route FROM train;
CREATE VIEW lines AS SELECT route AS line FROM trains;
