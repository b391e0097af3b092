CREATE TABLE star (id integer PRIMARY KEY, name character varying(30), magnitude real);
CREATE INDEX CONCURRENTLY IF NOT EXISTS star_a ON star (name ASC NULLS LAST);
CREATE INDEX star_b ON star (name DESC NULLS FIRST, magnitude ASC);
CREATE INDEX star_c ON star (LOWER(name)) WHERE magnitude > 5 AND name IS NOT NULL;
