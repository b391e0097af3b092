CREATE TABLE public.kept (id integer, stays text);
