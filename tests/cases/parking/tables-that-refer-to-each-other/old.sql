CREATE TABLE public.a (id integer PRIMARY KEY, b integer);
CREATE TABLE public.b (id integer PRIMARY KEY, a integer REFERENCES public.a);
ALTER TABLE public.a ADD FOREIGN KEY (b) REFERENCES public.b;
CREATE TABLE public.c (id integer PRIMARY KEY);
