CREATE TABLE jar (id integer);
CREATE INDEX jar_id_idx ON jar (id);
COMMENT ON INDEX jar_id_idx IS E'second, with ''quotes'',\na line and a \\ backslash';
