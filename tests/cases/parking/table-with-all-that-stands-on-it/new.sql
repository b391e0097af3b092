CREATE TABLE public.customers (id integer PRIMARY KEY, name text);
CREATE TABLE public.lines (id integer PRIMARY KEY, order_id integer);
CREATE PUBLICATION feed FOR TABLE public.customers;
