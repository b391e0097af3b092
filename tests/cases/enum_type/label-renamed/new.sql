CREATE TYPE level AS ENUM (
  'minor', -- trueup: renamed from low
  'high'
);
CREATE TABLE t (id integer, level level DEFAULT 'minor', CHECK (level <> 'minor' OR id > 0));
CREATE VIEW v AS SELECT id FROM t WHERE level = 'minor';
