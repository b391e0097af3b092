CREATE VIEW public.orders AS SELECT 1 AS id;
CREATE TABLE public.orders_pkey (id integer);
CREATE SEQUENCE public.orders_id_seq;
CREATE TABLE public.orders_note (id serial);
CREATE TABLE public.t (id integer);
