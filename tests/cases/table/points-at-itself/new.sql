CREATE TABLE folder (id integer PRIMARY KEY, parent integer REFERENCES folder ON DELETE CASCADE, name text, UNIQUE NULLS NOT DISTINCT (parent, name));
