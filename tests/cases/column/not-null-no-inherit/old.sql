CREATE TABLE cup (id integer PRIMARY KEY, size integer NOT NULL, lid text);
CREATE TABLE mug (handle text) INHERITS (cup);
