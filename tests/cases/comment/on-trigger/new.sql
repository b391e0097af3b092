CREATE TABLE jar (id integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT ON jar FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touch ON jar IS E'second, with ''quotes'',\na line and a \\ backslash';
