CREATE TABLE cup (id integer PRIMARY KEY, lid text CONSTRAINT lidded NOT NULL);
CREATE TABLE mug (handle text) INHERITS (cup);
