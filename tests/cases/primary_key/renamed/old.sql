CREATE TABLE hall (id integer CONSTRAINT hall_key PRIMARY KEY);
