-- Deploy weigh
-- requires: parcels

BEGIN;

CREATE FUNCTION weigh(of integer) RETURNS numeric LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT weight FROM parcels WHERE id = of);
END;
$$;

COMMIT;
