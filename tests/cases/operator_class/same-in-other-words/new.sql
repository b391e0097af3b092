CREATE FUNCTION even_first(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $1 % 2 = $2 % 2 THEN $1 - $2 ELSE $1 % 2 - $2 % 2 END $$;
CREATE FUNCTION plain_order(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 - $2 $$;
CREATE FUNCTION mixed_order(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT sign($1 - $2)::integer $$;
CREATE OPERATOR FAMILY even_ops USING btree;
CREATE OPERATOR CLASS even_ops FOR TYPE int4 USING btree FAMILY even_ops AS OPERATOR 1 < (integer, integer), FUNCTION 1 (integer, integer) public.even_first(integer, integer);
ALTER OPERATOR FAMILY even_ops USING btree ADD OPERATOR 2 <= (int, int), OPERATOR 3 pg_catalog.= (int, int), OPERATOR 4 >= (int, int), OPERATOR 5 > (int, int);
