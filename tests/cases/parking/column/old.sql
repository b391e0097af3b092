CREATE FUNCTION public.start() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TABLE public.t (
    id integer PRIMARY KEY,
    legacy text,
    kind text DEFAULT 'plain' NOT NULL,
    called integer DEFAULT public.start(),
    "Odd Name" integer CHECK ("Odd Name" > 0),
    twice integer GENERATED ALWAYS AS (id * 2) STORED
);
CREATE INDEX t_legacy ON public.t (legacy, id);
CREATE UNIQUE INDEX t_kind ON public.t (kind);
COMMENT ON COLUMN public.t.legacy IS 'old';
CREATE VIEW public.v AS SELECT id, legacy FROM public.t;
ALTER TABLE public.t ADD CONSTRAINT t_both UNIQUE (legacy, kind);
