CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'yes'; END $$;
ALTER FUNCTION watch() RENAME TO look;
CREATE EVENT TRIGGER watch ON ddl_command_start EXECUTE FUNCTION look();
COMMENT ON EVENT TRIGGER watch IS 'looks';
