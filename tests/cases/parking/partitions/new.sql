CREATE TABLE public.kept (id integer PRIMARY KEY, k integer) PARTITION BY HASH (id);
CREATE TABLE public.kept_0 PARTITION OF public.kept FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE public.target (id integer PRIMARY KEY);
ALTER TABLE public.kept ADD FOREIGN KEY (k) REFERENCES public.target, ADD CONSTRAINT kept_small CHECK (id < 1000000);
CREATE INDEX kept_k ON public.kept (k);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON public.kept FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE TABLE public.refers (m integer, d integer);
