-- into: rating.sql
CREATE FUNCTION rating(cart integer) RETURNS numeric LANGUAGE plpgsql STABLE AS $outer$
BEGIN
  EXECUTE $inner$ SELECT 1; $inner$;
  RETURN (SELECT count(*) FROM reviews WHERE cart_id = cart AND body LIKE E'%\\n;%');
END;
$outer$;
CREATE FUNCTION ratings() RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
  SELECT CASE WHEN count(*) > 1 THEN 1 ELSE 0 END FROM reviews;
  SELECT count(*) FROM reviews;
END;
