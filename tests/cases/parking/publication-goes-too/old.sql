CREATE TABLE public.goes (id integer PRIMARY KEY, note text);
CREATE TABLE public.kept (id integer PRIMARY KEY, gone integer, note text);
CREATE PUBLICATION all_of_it FOR TABLE public.goes, public.kept (id, note);
CREATE PUBLICATION stays FOR TABLE public.kept (id, gone);
