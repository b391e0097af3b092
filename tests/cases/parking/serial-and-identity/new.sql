CREATE TABLE public.kept (note text);
