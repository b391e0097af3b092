CREATE TABLE moment (id integer PRIMARY KEY, at timestamp, span interval, name text, tags text[]);
CREATE VIEW m AS SELECT date_trunc('day'::text, moment.at) AS day, EXTRACT(epoch FROM moment.span) AS s, ((moment.at)::timestamp with time zone) AS tz,
  GREATEST(1, moment.id) AS g, "substring"(moment.name, 1, 2) AS sub, (moment.name || 'x'::text) AS x, (moment.tags)[1] AS first,
  CASE WHEN (moment.id > 1) THEN 'a'::text ELSE NULL::text END AS c FROM moment;
