CREATE TABLE parcel (id integer PRIMARY KEY, weight integer, label character varying(9));
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT OR DELETE OR UPDATE ON public.parcel FOR EACH ROW EXECUTE FUNCTION public.touch('1');
CREATE TRIGGER labelled AFTER UPDATE ON public.parcel FOR EACH ROW WHEN (((old.label)::text IS DISTINCT FROM (new.label)::text)) EXECUTE FUNCTION public.touch();
