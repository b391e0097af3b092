CREATE TABLE hall (id integer PRIMARY KEY, name text, seats integer);
CREATE VIEW halls AS SELECT id, name, count(*) AS n FROM hall GROUP BY id;
