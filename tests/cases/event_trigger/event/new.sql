CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no % here', tg_tag; END $$;
CREATE EVENT TRIGGER watch ON sql_drop EXECUTE FUNCTION watch();
CREATE TABLE parcel (id integer);
