CREATE TABLE train (id integer PRIMARY KEY, line character varying(20), seats integer);
CREATE VIEW v1 AS SELECT train.id, train.line, train.seats FROM public.train WHERE ((train.line)::text = 'a'::text);
CREATE VIEW v2 AS SELECT t.line, count(*) AS count FROM public.train t GROUP BY t.line ORDER BY (count(*)) DESC;
CREATE VIEW v3 AS SELECT train.id AS a, COALESCE(train.seats, 0) AS b FROM public.train WHERE ((train.seats >= 1) AND (train.seats <= 9));
CREATE VIEW v4 AS SELECT a.id, b.line FROM (public.train a JOIN public.train b ON ((a.id = b.seats)));
