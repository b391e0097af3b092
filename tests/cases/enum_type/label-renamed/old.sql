CREATE TYPE level AS ENUM ('low', 'high');
CREATE TABLE t (id integer, level level DEFAULT 'low', CHECK (level <> 'low' OR id > 0));
CREATE VIEW v AS SELECT id FROM t WHERE level = 'low';
