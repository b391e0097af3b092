CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE VIEW big_trains AS SELECT id, line FROM train WHERE seats > 300;
