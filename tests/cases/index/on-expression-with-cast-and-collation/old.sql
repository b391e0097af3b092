CREATE TABLE star (id integer PRIMARY KEY, doc jsonb, name character varying(20), seen timestamptz);
