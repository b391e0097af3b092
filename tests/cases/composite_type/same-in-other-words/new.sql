CREATE TYPE public.reading AS (at timestamptz, level float, tag varchar(8));
