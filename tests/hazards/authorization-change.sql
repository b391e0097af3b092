-- caught: a policy
DROP POLICY own_rows ON orders;

-- caught: row security
ALTER TABLE orders DISABLE ROW LEVEL SECURITY;

-- caught: an owner
ALTER TABLE orders OWNER TO admin;

-- harmless: a role
CREATE ROLE app;

-- harmless: triggers
ALTER TABLE orders DISABLE TRIGGER USER;

-- harmless: of what is new
CREATE SCHEMA a;
CREATE TABLE a.t (id int);
CREATE FUNCTION a.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON a.t TO app;
GRANT USAGE ON SCHEMA a TO app;
ALTER FUNCTION a.f(int) OWNER TO app;
ALTER TABLE a.t OWNER TO app;

-- caught: of one that is new and one that is not
CREATE TABLE t (id int);
GRANT SELECT ON t, u TO app;
