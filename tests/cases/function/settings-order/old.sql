CREATE FUNCTION one() RETURNS integer LANGUAGE sql SET work_mem TO '1MB' SET jit TO off AS 'SELECT 1';
