CREATE FUNCTION z_inner(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n + 1 $$;
CREATE FUNCTION a_outer(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT z_inner(n) $$;
CREATE FUNCTION b_outer(n integer DEFAULT z_inner(1)) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN a_outer(n); END $$;
