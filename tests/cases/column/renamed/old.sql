CREATE TABLE area (code text PRIMARY KEY);
CREATE TABLE place (
  id integer PRIMARY KEY,
  nam text DEFAULT 'none' CHECK (nam <> ''),
  area text REFERENCES area (code),
  low text GENERATED ALWAYS AS (lower(nam)) STORED,
  UNIQUE (nam, area)
);
CREATE INDEX place_nam ON place (nam) WHERE nam IS NOT NULL;
COMMENT ON COLUMN place.nam IS 'as people say';
GRANT SELECT (nam) ON place TO PUBLIC;
CREATE VIEW names AS SELECT nam, upper(nam) AS loud FROM place WHERE nam LIKE 'a%';
CREATE VIEW pairs AS SELECT a.nam, b.id FROM place a JOIN place b USING (nam);
CREATE VIEW grouped AS SELECT nam, count(*) FROM place GROUP BY nam HAVING max(nam) <> '' ORDER BY nam;
CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER seen BEFORE UPDATE OF nam ON place FOR EACH ROW WHEN (old.nam IS DISTINCT FROM new.nam) EXECUTE FUNCTION seen();
CREATE POLICY mine ON place USING (nam = CURRENT_USER);
