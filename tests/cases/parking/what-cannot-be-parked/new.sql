CREATE TABLE public.base (id integer);
CREATE TABLE public.parts (id integer) PARTITION BY LIST (id);
CREATE TABLE public.parts_1 PARTITION OF public.parts FOR VALUES IN (1);
CREATE TABLE public.typing (id integer);
CREATE TABLE public.typed (row public.typing);
