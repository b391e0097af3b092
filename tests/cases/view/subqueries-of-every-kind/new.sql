CREATE TABLE a (id integer PRIMARY KEY, n integer, tags text[]);
CREATE VIEW s1 AS SELECT id, (SELECT count(*) FROM a i WHERE i.n = o.n) AS same FROM a o WHERE n IN (SELECT n FROM a) AND id NOT IN (SELECT id FROM a WHERE n > 3);
CREATE VIEW s2 AS SELECT id FROM a WHERE n > ALL (SELECT n FROM a WHERE id < 3) OR n = ANY (ARRAY(SELECT id FROM a)) OR 'x' = ANY (tags);
CREATE VIEW s3 AS WITH RECURSIVE up(n) AS (SELECT 1 UNION SELECT n + 1 FROM up WHERE n < 5), down AS MATERIALIZED (SELECT 2 AS m) SELECT up.n, down.m FROM up, down;
CREATE VIEW s4 AS SELECT n, grouping(n, id) AS g, sum(id) FROM a GROUP BY ROLLUP (n, id) HAVING count(*) > 1 ORDER BY 3 DESC NULLS LAST;
CREATE VIEW s5 AS SELECT string_agg(id::text, ',' ORDER BY n DESC) AS ids, percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS median, array_agg(DISTINCT n) AS ns FROM a;
CREATE VIEW s6 AS SELECT lag(n, 1, 0) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS before, first_value(n) OVER w AS first FROM a WINDOW w AS (PARTITION BY n ORDER BY id);
