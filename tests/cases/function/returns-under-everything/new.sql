CREATE FUNCTION code(n integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT n * 7::bigint $$;
CREATE TABLE item (id integer PRIMARY KEY, n integer DEFAULT code(1), g text GENERATED ALWAYS AS (code(3)::text) STORED, CONSTRAINT ok CHECK (code(n) > 0));
CREATE INDEX item_code_idx ON item (code(n));
CREATE VIEW codes AS SELECT id, code(n)::text AS c FROM item;
CREATE VIEW first_code AS SELECT min(c) AS c FROM codes;
ALTER TABLE item ENABLE ROW LEVEL SECURITY;
CREATE POLICY coded ON item USING (code(id) > 3);
COMMENT ON FUNCTION code(integer) IS 'secret';
