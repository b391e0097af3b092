CREATE TABLE public.kept (id integer PRIMARY KEY, note text);
CREATE PUBLICATION stays FOR TABLE public.kept (id);
