CREATE FUNCTION even_first(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $1 % 2 = $2 % 2 THEN $1 - $2 ELSE $1 % 2 - $2 % 2 END $$;
CREATE FUNCTION plain_order(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 - $2 $$;
CREATE FUNCTION mixed_order(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT sign($1 - $2)::integer $$;
CREATE OPERATOR CLASS even_ops FOR TYPE integer USING btree AS
  OPERATOR 1 <,
  OPERATOR 2 <=,
  OPERATOR 3 =,
  OPERATOR 4 >=,
  OPERATOR 5 >,
  FUNCTION 1 even_first(integer, integer);
ALTER OPERATOR FAMILY even_ops USING btree ADD FUNCTION 1 (integer, bigint) mixed_order(integer, bigint);
