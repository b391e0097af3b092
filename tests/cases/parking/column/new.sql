CREATE TABLE public.t (id integer PRIMARY KEY, twice integer GENERATED ALWAYS AS (id * 2) STORED);
CREATE VIEW public.v AS SELECT id FROM public.t;
