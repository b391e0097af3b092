CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer);
CREATE VIEW big_trains WITH (security_barrier) AS SELECT id, line FROM train WHERE seats > 200 WITH CHECK OPTION;
