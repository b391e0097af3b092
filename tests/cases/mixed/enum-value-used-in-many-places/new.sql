CREATE TYPE phase AS ENUM ('draft', 'review', 'final');
CREATE TABLE paper (id integer PRIMARY KEY, phase phase NOT NULL DEFAULT 'review');
CREATE VIEW finals AS SELECT id FROM paper WHERE phase IN ('final', 'review');
CREATE FUNCTION is_open(p phase) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN p < 'review'::phase;
CREATE INDEX open_idx ON paper (id) WHERE phase < 'review';
