CREATE VIEW one AS SELECT 1 AS n;
COMMENT ON VIEW one IS E'second, with ''quotes'',\na line and a \\ backslash';
