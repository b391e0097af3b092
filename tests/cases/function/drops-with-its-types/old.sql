CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TYPE pair AS (k kind, n integer);
CREATE FUNCTION f(k kind) RETURNS pair LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION g(VARIADIC p pair[]) RETURNS kind[] LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
