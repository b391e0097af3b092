-- into: rating.sql
CREATE FUNCTION rating(cart integer) RETURNS numeric LANGUAGE plpgsql STABLE AS $body$
DECLARE
  found numeric := 0;
BEGIN
  -- counts; and adds up;
  SELECT count(*) INTO found FROM reviews r WHERE r.cart_id = cart;
  IF found = 0 THEN
    RAISE NOTICE 'no :reviews of % -- yet; %s $$ ${cart}', cart, $q$it's 100%$q$;
    RETURN 0;
  END IF;
  RETURN found / 2.0;
END;
$body$;
