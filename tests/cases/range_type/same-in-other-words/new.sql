CREATE TYPE public.daterange2 AS RANGE (subtype = timestamp without time zone, multirange_type_name = datemultirange2);
