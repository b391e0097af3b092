CREATE TYPE kind AS ENUM ('a', 'b', 'c');
CREATE FUNCTION next_kind(k kind) RETURNS kind LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN k; END $$;
COMMENT ON FUNCTION next_kind(kind) IS 'kept';
