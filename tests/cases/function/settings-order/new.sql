CREATE FUNCTION one() RETURNS integer LANGUAGE sql SET jit TO off SET work_mem TO '1MB' AS 'SELECT 1';
