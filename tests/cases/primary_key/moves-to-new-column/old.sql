CREATE TABLE hall (code text PRIMARY KEY, name text);
