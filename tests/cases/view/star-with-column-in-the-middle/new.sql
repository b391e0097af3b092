CREATE TABLE train (id integer PRIMARY KEY, seats integer, line text);
CREATE VIEW trains AS SELECT * FROM train;
CREATE VIEW busy AS SELECT t.* FROM trains t WHERE t.line <> '';
