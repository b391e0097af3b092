CREATE TYPE reading AS (at timestamp with time zone, level double precision, tag character varying(8));
