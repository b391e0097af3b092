CREATE TABLE note (id integer PRIMARY KEY, body jsonb);
CREATE VIEW parts AS SELECT n.id, p.a FROM note n, JSON_TABLE(n.body, '$[*]' COLUMNS (a bigint PATH '$.a')) p;
CREATE VIEW few AS SELECT a FROM parts;
