CREATE FUNCTION public.greet(who character varying, times integer DEFAULT 1) RETURNS character varying LANGUAGE sql IMMUTABLE COST 100 AS $_$ SELECT $1 $_$;
CREATE FUNCTION public.pairs() RETURNS SETOF record LANGUAGE sql ROWS 1000 AS $$ SELECT 1, 2 $$;
