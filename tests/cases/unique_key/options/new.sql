CREATE TABLE pass (id integer PRIMARY KEY, code text UNIQUE WITH (fillfactor = 80, deduplicate_items = off));
