CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no % here', tg_tag; END $$;
CREATE TABLE parcel (id integer PRIMARY KEY);
CREATE EVENT TRIGGER watch ON ddl_command_start WHEN TAG IN ('drop table', 'CREATE TABLE') EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER "Last Word" ON sql_drop EXECUTE PROCEDURE watch();
