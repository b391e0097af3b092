CREATE TABLE job (id integer PRIMARY KEY);
CREATE FUNCTION job_name(j job) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'job ' || j.id $$;
CREATE VIEW jobs AS SELECT j.*, job_name(j) AS name FROM job j;
