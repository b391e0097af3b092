CREATE TABLE train (id integer PRIMARY KEY, line text, seats integer, left_at timestamptz);
CREATE TABLE line (name text PRIMARY KEY, km numeric);
CREATE VIEW report AS
WITH busy AS (SELECT line, sum(seats) AS total FROM train GROUP BY line HAVING sum(seats) > 10)
SELECT t.id, l.name AS line, b.total,
       CASE WHEN t.seats > 100 THEN 'big' ELSE 'small' END AS size,
       row_number() OVER (PARTITION BY t.line ORDER BY t.seats DESC NULLS LAST) AS place,
       EXISTS (SELECT FROM train x WHERE x.line = t.line AND x.id <> t.id) AS others,
       extract(year FROM t.left_at) AS year,
       count(*) FILTER (WHERE t.seats > 5) OVER w AS many,
       COALESCE(l.km, 0)::integer AS km
FROM train t
LEFT JOIN line l ON l.name = t.line
JOIN busy b USING (line)
CROSS JOIN LATERAL (SELECT t.seats + 1 AS more) AS plus
WHERE t.line IN ('a', 'b', 'c') AND t.seats BETWEEN 1 AND plus.more AND l.name ILIKE '%x%'
WINDOW w AS (PARTITION BY t.line)
ORDER BY 1, l.name DESC
LIMIT 50 OFFSET 2;
