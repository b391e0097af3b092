CREATE TABLE public.t (code text NOT NULL PRIMARY KEY);
CREATE TABLE public.u (n integer);
