CREATE TABLE badge (id integer NOT NULL, code text);
CREATE INDEX wanted ON badge (code);
