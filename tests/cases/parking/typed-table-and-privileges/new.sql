CREATE ROLE case_park_reader;
CREATE TABLE public.kept (a integer);
