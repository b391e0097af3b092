CREATE TABLE public.t (id integer PRIMARY KEY, code text NOT NULL UNIQUE);
CREATE TABLE public.u (t integer REFERENCES public.t, n integer);
