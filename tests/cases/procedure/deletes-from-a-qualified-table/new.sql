CREATE TABLE public.zebra (stripes integer);
CREATE PROCEDURE public.tame() BEGIN ATOMIC DELETE FROM public.zebra WHERE stripes IS NULL; END;
