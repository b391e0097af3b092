CREATE TABLE badge (id integer NOT NULL, code text);
CREATE UNIQUE INDEX badge_code_key ON badge (code);
CREATE INDEX badge_pkey ON badge (id);
