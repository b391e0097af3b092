CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE VIEW trains AS SELECT * FROM train;
