CREATE TABLE train (id integer PRIMARY KEY, line text);
CREATE MATERIALIZED VIEW public.lines AS SELECT train.line, count(train.id) AS n FROM public.train GROUP BY train.line WITH DATA;
