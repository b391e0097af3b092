CREATE TABLE star (id integer PRIMARY KEY, doc jsonb, name character varying(20), seen timestamptz);
CREATE INDEX i1 ON star ((doc ->> 'a'));
CREATE INDEX i2 ON star (((doc ->> 'n')::integer) DESC);
CREATE INDEX i3 ON star (lower(name) COLLATE "C" text_pattern_ops, COALESCE(name, ''));
CREATE INDEX i4 ON star USING gin (doc jsonb_path_ops);
CREATE INDEX i5 ON star (date_trunc('day', seen AT TIME ZONE 'UTC')) WHERE doc @> '{"a": 1}' AND name NOT IN ('x', 'y');
CREATE INDEX i6 ON star USING brin (seen) WITH (pages_per_range = 32);
CREATE UNIQUE INDEX i7 ON star ((name || '-' || id)) WHERE name ~ '^a' OR name IS NULL;
