CREATE TABLE moment (id integer PRIMARY KEY, at timestamp, span interval, name text, tags text[]);
CREATE VIEW m AS SELECT date_trunc('day', at) AS day, extract(epoch from span) AS s, at::timestamptz AS tz,
  greatest(1, id) AS g, substring(name, 1, 2) AS sub, name || 'x' AS x, tags[1] AS first,
  CASE WHEN id > 1 THEN 'a' END AS c FROM moment;
