CREATE TYPE phase AS ENUM ('draft', 'final');
CREATE TABLE paper (id integer PRIMARY KEY, phase phase NOT NULL DEFAULT 'draft');
CREATE VIEW finals AS SELECT id FROM paper WHERE phase = 'final';
