CREATE TYPE level AS ENUM ('low', 'middle', 'high');
CREATE DOMAIN level_or_low AS level DEFAULT 'middle';
CREATE TABLE tank (id integer PRIMARY KEY, level level_or_low);
CREATE FUNCTION describe(l level_or_low) RETURNS text LANGUAGE sql AS $$ SELECT upper(l::text) $$;
CREATE VIEW tanks AS SELECT id, describe(level) AS d FROM tank;
