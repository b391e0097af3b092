CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE VIEW big_trains (train, places) AS SELECT id, seats FROM train;
