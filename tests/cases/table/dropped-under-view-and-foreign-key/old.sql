CREATE TABLE museum (id integer PRIMARY KEY, name text);
CREATE TABLE exhibit (id integer PRIMARY KEY, museum integer CONSTRAINT exhibit_museum REFERENCES museum);
CREATE VIEW museum_names AS SELECT name FROM museum;
