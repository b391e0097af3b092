CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE VIEW lines AS SELECT DISTINCT line FROM train;
CREATE VIEW line_count AS SELECT count(*) AS n FROM lines;
