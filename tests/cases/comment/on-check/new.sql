CREATE TABLE jar (id integer CHECK (id > 0));
COMMENT ON CONSTRAINT jar_id_check ON jar IS E'second, with ''quotes'',\na line and a \\ backslash';
