CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE VIEW trains AS SELECT * FROM train;
