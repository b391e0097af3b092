CREATE ROLE case_dp_k;
CREATE SCHEMA shop;
CREATE TABLE shop.before (id integer);
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO case_dp_k;
CREATE TABLE shop.after (id integer);
CREATE FUNCTION shop.f() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
