CREATE SCHEMA pantry;
COMMENT ON SCHEMA pantry IS 'cold';
CREATE TABLE pantry.jar (id integer CONSTRAINT jar_key PRIMARY KEY, label text);
COMMENT ON TABLE pantry.jar IS $$it's $quoted$ 'here'$$;
COMMENT ON CONSTRAINT jar_key ON pantry.jar IS 'one each';
COMMENT ON COLUMN pantry.jar.label IS 'größer — ✓';
