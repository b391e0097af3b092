CREATE FUNCTION even_first(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $1 % 2 = $2 % 2 THEN $1 - $2 ELSE $1 % 2 - $2 % 2 END $$;
CREATE FUNCTION plain_order(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 - $2 $$;
CREATE FUNCTION mixed_order(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT sign($1 - $2)::integer $$;
CREATE ROLE case_operator_class_old; CREATE ROLE case_operator_class_new;
GRANT CREATE ON SCHEMA public TO case_operator_class_old, case_operator_class_new;
CREATE OPERATOR CLASS even_ops FOR TYPE integer USING btree AS
  OPERATOR 1 <,
  OPERATOR 2 <=,
  OPERATOR 3 =,
  OPERATOR 4 >=,
  OPERATOR 5 >,
  FUNCTION 1 even_first(integer, integer);
ALTER OPERATOR CLASS even_ops USING btree OWNER TO case_operator_class_new;
COMMENT ON OPERATOR CLASS even_ops USING btree IS 'even ones first';
