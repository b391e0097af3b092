CREATE TABLE cup (id integer PRIMARY KEY, lid text, CONSTRAINT lidded NOT NULL lid NO INHERIT);
CREATE TABLE mug (handle text) INHERITS (cup);
