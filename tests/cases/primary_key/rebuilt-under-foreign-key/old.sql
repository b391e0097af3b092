CREATE TABLE hall (id integer NOT NULL, code integer NOT NULL, PRIMARY KEY (id));
CREATE TABLE seat (id integer PRIMARY KEY, hall integer REFERENCES hall (id));
