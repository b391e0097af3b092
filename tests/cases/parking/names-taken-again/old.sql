CREATE TABLE public.orders (id serial PRIMARY KEY, note text);
CREATE INDEX orders_note ON public.orders (note);
CREATE TABLE public.t (id integer, c integer);
