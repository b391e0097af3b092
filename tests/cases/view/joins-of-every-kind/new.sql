CREATE TABLE a (id integer PRIMARY KEY, n integer);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer, n integer);
CREATE VIEW j1 AS SELECT a.id, b.n FROM a NATURAL JOIN b;
CREATE VIEW j2 AS SELECT id, x.n AS xn, y.n AS yn FROM a x FULL JOIN b y USING (id);
CREATE VIEW j3 AS SELECT x.id FROM a x RIGHT JOIN (b y LEFT JOIN a z ON z.id = y.a_id) ON x.id = y.id;
CREATE VIEW j4 AS SELECT g, h FROM generate_series(1, 3) g, unnest(ARRAY['a', 'b']) WITH ORDINALITY AS u(h, o) WHERE o = g;
CREATE VIEW j5 AS SELECT a.id, l.top FROM a LEFT JOIN LATERAL (SELECT max(b.n) AS top FROM b WHERE b.a_id = a.id) l ON true;
CREATE VIEW j6 (first, second) AS SELECT DISTINCT ON (a.n) a.n, b.n FROM a, b WHERE (a.id, a.n) = (b.id, b.n) ORDER BY a.n, b.n DESC;
