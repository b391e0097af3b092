CREATE TABLE area (code text PRIMARY KEY);
CREATE TABLE place (
  id integer PRIMARY KEY,
  name text DEFAULT 'none' CHECK (name <> ''), -- trueup: renamed from nam
  area text REFERENCES area (code),
  low text GENERATED ALWAYS AS (lower(name)) STORED,
  UNIQUE (name, area)
);
CREATE INDEX place_nam ON place (name) WHERE name IS NOT NULL;
COMMENT ON COLUMN place.name IS 'as people say';
GRANT SELECT (name) ON place TO PUBLIC;
CREATE VIEW names AS SELECT name AS nam, upper(name) AS loud FROM place WHERE name LIKE 'a%';
CREATE VIEW pairs AS SELECT nam, b.id FROM place a (id, nam, area, low) JOIN place b (id, nam, area, low) USING (nam);
CREATE VIEW grouped AS SELECT name AS nam, count(*) FROM place GROUP BY name HAVING max(name) <> '' ORDER BY name;
CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER seen BEFORE UPDATE OF name ON place FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION seen();
CREATE POLICY mine ON place USING (name = CURRENT_USER);
