CREATE TYPE grade AS ENUM ('good', 'fair', 'bad');
CREATE FUNCTION worst() RETURNS grade LANGUAGE sql IMMUTABLE AS $$ SELECT 'bad'::grade $$;
CREATE TABLE tool (id integer PRIMARY KEY, grade grade NOT NULL DEFAULT 'good', history grade[] DEFAULT '{}',
  CONSTRAINT tool_not_worst CHECK (grade <> 'bad'));
CREATE INDEX tool_grade_idx ON tool (grade);
CREATE INDEX tool_good_idx ON tool (id) WHERE grade = 'good';
CREATE VIEW good_tools AS SELECT id, grade FROM tool WHERE grade = 'good';
