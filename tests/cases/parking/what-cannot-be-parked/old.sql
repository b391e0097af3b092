CREATE TABLE public.base (id integer, note text);
CREATE TABLE public.heir (more text) INHERITS (public.base);
CREATE TABLE public.parts (id integer, note text) PARTITION BY LIST (id);
CREATE TABLE public.parts_1 PARTITION OF public.parts FOR VALUES IN (1);
CREATE TABLE public.typing (id integer, note text);
CREATE TABLE public.typed (row public.typing);
